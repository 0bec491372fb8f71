package io.quarkiverse.volo.thrift.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.apache.thrift.TApplicationException;
import org.apache.thrift.TException;
import org.apache.thrift.protocol.TBinaryProtocol;
import org.apache.thrift.protocol.TMessage;
import org.apache.thrift.protocol.TMessageType;
import org.apache.thrift.protocol.TProtocol;
import org.apache.thrift.transport.TTransport;
import org.apache.thrift.transport.layered.TFramedTransport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.quarkiverse.volo.thrift.ThriftException;
import io.quarkiverse.volo.thrift.codec.ApplicationErrorCodec.ApplicationError;
import io.quarkiverse.volo.thrift.testing.Echo;
import io.quarkiverse.volo.thrift.testing.Messages;
import io.quarkiverse.volo.thrift.transport.MessageFramer;

/** Messages, frames and application errors as Apache's own library has them. */
class ApacheMessageOracleTest {

    private final ApacheMemory apache = new ApacheMemory();
    private final ByteBuf bytes = Unpooled.buffer();
    private final BinaryWriter writer = new BinaryWriter().reset(bytes);

    static Stream<TMessage> messages() {
        return Stream.of(
                new TMessage("greet", TMessageType.CALL, 1),
                new TMessage("greet", TMessageType.REPLY, Integer.MAX_VALUE),
                new TMessage("greet", TMessageType.EXCEPTION, Integer.MIN_VALUE),
                new TMessage("gr\u00fc\u00dfe", TMessageType.ONEWAY, -1),
                new TMessage("", TMessageType.EXCEPTION, 0));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void bothBeginAMessageWithTheSameBytes(TMessage message) throws TException {
        writer.writeMessageBegin(message.name, message.type, message.seqid);
        writer.finish();
        apache.protocol.writeMessageBegin(message);

        assertThat(ByteBufUtil.hexDump(bytes)).isEqualTo(apache.hex());
    }

    @ParameterizedTest
    @MethodSource("messages")
    void weReadTheMessagesOfApache(TMessage message) throws TException {
        apache.protocol.writeMessageBegin(message);

        assertThat(new BinaryReader().reset(apache.written()).readMessageBegin())
                .isEqualTo(new MessageHeader(message.type, message.name, message.seqid));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void apacheReadsOurMessagesStrictOrNot(TMessage message) throws TException {
        writer.writeMessageBegin(message.name, message.type, message.seqid);
        writer.finish();
        apache.with(bytes).with(bytes);

        assertThat(new TBinaryProtocol(apache.transport, true, true).readMessageBegin()).isEqualTo(message);
        assertThat(new TBinaryProtocol(apache.transport, false, false).readMessageBegin()).isEqualTo(message);
        assertThat(apache.isReadToItsEnd()).isTrue();
    }

    @Test
    void theOldFormWithoutAVersionIsRefused() throws TException {
        new TBinaryProtocol(apache.transport, false, false).writeMessageBegin(new TMessage("greet", TMessageType.CALL, 1));

        assertThatThrownBy(() -> new BinaryReader().reset(apache.written()).readMessageBegin())
                .hasMessage("message version: 0x0 (expected: 0x8001)");
    }

    @ParameterizedTest
    @CsvSource({
            "true, 'frame begins with 0x0 (expected: 0x8001, strict Binary, or 0x82 and version 1, Compact)'",
            // Its name's length is taken for a frame's.
            "false, 'frame begins with 0x6563 (expected: 0x8001, strict Binary, or 0x82 and version 1, Compact)'" })
    void theOldFormWithoutAVersionBeginsNoMessage(boolean framed, String refusal) throws TException {
        writeCall(new TBinaryProtocol.Factory(false, false).getProtocol(transport(framed)));
        MessageFramer framer = framer(apache.written());

        assertThatThrownBy(framer::next).hasMessage(refusal);
        framer.release();
    }

    @ParameterizedTest
    @ValueSource(booleans = { true, false })
    void aWholeCallIsTheSameBytesFramedOrNot(boolean framed) throws TException {
        writeCall(new TBinaryProtocol(transport(framed)));
        ByteBuf call = Messages.call(Echo.ECHO, 7, "hi", framed);

        assertThat(ByteBufUtil.hexDump(call)).isEqualTo(apache.hex());
        call.release();
    }

    @ParameterizedTest
    @ValueSource(booleans = { true, false })
    void weFindTheEndsOfApachesMessages(boolean framed) throws TException {
        TProtocol protocol = new TBinaryProtocol(transport(framed));
        writeCall(protocol);
        writeCall(protocol);
        MessageFramer framer = framer(apache.written());

        assertThat(framer.next()).isEqualTo(framer.next());
        assertThat(framer.form().isFramed()).isEqualTo(framed);
        assertThat(framer.hasRest()).isFalse();
        framer.release();
    }

    @ParameterizedTest
    @CsvSource({ "6, it broke", "0, ''", "-1, 'of no known type: gr\u00fc\u00dfe'", "7," })
    void anApplicationErrorIsTheSameBytes(int type, String message) throws TException {
        ApplicationErrorCodec.write(writer, message, type);
        new TApplicationException(type, message).write(apache.protocol);

        assertThat(ByteBufUtil.hexDump(bytes)).isEqualTo(apache.hex());
    }

    @Test
    void weReadTheApplicationErrorsOfApache() throws TException {
        new TApplicationException(TApplicationException.INTERNAL_ERROR, "it broke").write(apache.protocol);

        assertThat(ApplicationErrorCodec.read(new BinaryReader().reset(apache.written())))
                .isEqualTo(new ApplicationError("it broke", 6));
    }

    @Test
    void apacheReadsOurApplicationErrors() throws TException {
        ApplicationErrorCodec.write(writer, "it broke", ThriftException.Type.INTERNAL_ERROR.number());

        TApplicationException error = TApplicationException.readFrom(apache.with(bytes).protocol);
        assertThat(error).hasMessage("it broke");
        assertThat(error.getType()).isEqualTo(TApplicationException.INTERNAL_ERROR);
    }

    static Stream<Field> apachesErrorTypes() {
        return Arrays.stream(TApplicationException.class.getFields());
    }

    @ParameterizedTest
    @MethodSource("apachesErrorTypes")
    void errorTypesHaveTheNumbersOfApache(Field type) throws IllegalAccessException {
        assertThat(ThriftException.Type.valueOf(type.getName()).number()).isEqualTo(type.getInt(null));
    }

    private TTransport transport(boolean framed) throws TException {
        return framed ? new TFramedTransport(apache.transport) : apache.transport;
    }

    /** {@link Echo#ECHO} of "hi", number 7. */
    private static void writeCall(TProtocol out) throws TException {
        out.writeMessageBegin(new TMessage("echo", TMessageType.CALL, 7));
        ApacheType.struct(ApacheType.field(1, ApacheType.STRING)).apacheWrite().to(out, List.of("hi"));
        out.writeMessageEnd();
        out.getTransport().flush();
    }

    private static MessageFramer framer(ByteBuf received) {
        MessageFramer framer = new MessageFramer(MessageFramer.DEFAULT_MAX_SIZE, 64);
        framer.add(UnpooledByteBufAllocator.DEFAULT, received);
        return framer;
    }
}
