package io.quarkiverse.volo.benchmark;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.LengthFieldBasedFrameDecoder;

/**
 * The limit: turns each frame into its reply by changing two bytes, without decoding it. A TTHeader before it is replaced by
 * the
 * one that Volo's server answers with.
 */
public final class LimitServer {

    private static final int TYPE = 4 + 3;
    private static final int FIELD = 4 + 4 + 4 + 4 + 4 + 2;
    private static final int LARGEST = 1 << 20;
    private static final int MAGIC = 0x1000;
    private static final int MAGIC_AT = 4;
    private static final int FLAGS = 6;
    private static final int SEQUENCE_ID = 8;
    private static final int HEADER_SIZE = 12;
    private static final int PREFIX = 14;
    /** Protocol, transforms, and a block with one numbered value: 22, the message's type. */
    private static final byte[] REPLY_INFO = { 0, 0, 0x10, 0, 1, 0, 22, 0, 1, 2, 0, 0 };

    private LimitServer() {
    }

    public static void main(String[] arguments) throws InterruptedException {
        NioEventLoopGroup loops = new NioEventLoopGroup(1);
        Channel server = new ServerBootstrap().group(loops).channel(NioServerSocketChannel.class)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<>() {

                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline().addLast(new LengthFieldBasedFrameDecoder(LARGEST, 0, 4), new Turn());
                    }
                }).bind("127.0.0.1", 0).sync().channel();
        Subject.announce(((java.net.InetSocketAddress) server.localAddress()).getPort());
        server.closeFuture().sync();
    }

    private static final class Turn extends ChannelInboundHandlerAdapter {

        @Override
        public void channelRead(ChannelHandlerContext context, Object read) {
            ByteBuf frame = (ByteBuf) read;
            int message = frame.readerIndex();
            if (frame.getShort(message + MAGIC_AT) == MAGIC) {
                message += PREFIX + 4 * frame.getShort(message + HEADER_SIZE);
                answerHeader(frame, message - PREFIX - REPLY_INFO.length);
            }
            frame.setByte(message + TYPE, 2);
            frame.setByte(message + FIELD, 0);
            context.write(frame, context.voidPromise());
        }

        /** Where it ends where the request's ended: that is always longer. */
        private static void answerHeader(ByteBuf frame, int at) {
            short flags = frame.getShort(frame.readerIndex() + FLAGS);
            int sequenceId = frame.getInt(frame.readerIndex() + SEQUENCE_ID);
            frame.readerIndex(at);
            frame.setInt(at, frame.readableBytes() - 4);
            frame.setShort(at + MAGIC_AT, MAGIC);
            frame.setShort(at + FLAGS, flags);
            frame.setInt(at + SEQUENCE_ID, sequenceId);
            frame.setShort(at + HEADER_SIZE, REPLY_INFO.length / 4);
            frame.setBytes(at + PREFIX, REPLY_INFO);
        }

        @Override
        public void channelReadComplete(ChannelHandlerContext context) {
            context.flush();
        }
    }
}
