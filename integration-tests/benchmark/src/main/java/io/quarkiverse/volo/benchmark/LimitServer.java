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

/** The limit: turns each frame into its reply by changing two bytes, without decoding it. */
public final class LimitServer {

    private static final int TYPE = 4 + 3;
    private static final int FIELD = 4 + 4 + 4 + 4 + 4 + 2;
    private static final int LARGEST = 1 << 20;

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
        public void channelRead(ChannelHandlerContext context, Object message) {
            ByteBuf frame = (ByteBuf) message;
            frame.setByte(frame.readerIndex() + TYPE, 2);
            frame.setByte(frame.readerIndex() + FIELD, 0);
            context.write(frame, context.voidPromise());
        }

        @Override
        public void channelReadComplete(ChannelHandlerContext context) {
            context.flush();
        }
    }
}
