package io.quarkiverse.volo.thrift.testing;

import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.quarkiverse.volo.thrift.ThriftMethod;
import io.quarkiverse.volo.thrift.codec.ApplicationErrorCodec;
import io.quarkiverse.volo.thrift.codec.DecodeLimits;
import io.quarkiverse.volo.thrift.codec.MessageHeader;
import io.quarkiverse.volo.thrift.codec.MessageType;
import io.quarkiverse.volo.thrift.codec.ThriftReader;
import io.quarkiverse.volo.thrift.transport.MessageForm;
import io.quarkiverse.volo.thrift.transport.MessageFramer;
import io.quarkiverse.volo.thrift.transport.MessageProtocol;
import io.quarkiverse.volo.thrift.transport.MessageWriter;
import io.quarkiverse.volo.thrift.transport.ThriftTransport;
import io.quarkiverse.volo.thrift.ttheader.TTHeader;

/** Messages as bytes, and bytes as something a test can compare. */
public final class Messages {

    private Messages() {
    }

    public static ByteBuf call(ThriftMethod<String, String> method, int sequenceId, String text) {
        return call(method, sequenceId, text, true);
    }

    public static ByteBuf call(ThriftMethod<String, String> method, int sequenceId, String text, boolean framed) {
        return call(method, sequenceId, text,
                MessageForm.of(framed ? ThriftTransport.FRAMED : ThriftTransport.BUFFERED, MessageProtocol.BINARY), null);
    }

    /** @param header needed where the form has one */
    public static ByteBuf call(ThriftMethod<String, String> method, int sequenceId, String text, MessageForm form,
            @Nullable TTHeader header) {
        MessageWriter messages = new MessageWriter(Integer.MAX_VALUE);
        int type = method.oneway() ? MessageType.ONEWAY : MessageType.CALL;
        ByteBuf message = Unpooled.buffer();
        method.arguments().write(messages.begin(message, form, header, method.name(), type, sequenceId), text);
        messages.end();
        return message;
    }

    /** A message of any type, with a body given in hex. */
    public static ByteBuf raw(int type, String name, int sequenceId, String body) {
        byte[] text = name.getBytes(StandardCharsets.UTF_8);
        byte[] bytes = hex(body);
        return Unpooled.buffer().writeInt(12 + text.length + bytes.length).writeInt(0x8001_0000 | type).writeInt(text.length)
                .writeBytes(text).writeInt(sequenceId).writeBytes(bytes);
    }

    public static byte[] hex(String hex) {
        return java.util.HexFormat.of().parseHex(hex.replace(" ", ""));
    }

    /** {@code name#id = success}, {@code name#id ! type: message}; takes one message out and releases nothing. */
    public static String next(MessageFramer framer) {
        ByteBuf message = framer.next();
        if (message == null) {
            return "nothing";
        }
        MessageForm form = framer.form();
        ThriftReader in = form.protocol().newReader(DecodeLimits.DEFAULT).reset(message);
        MessageHeader header = in.readMessageBegin();
        String call = around(form) + header.name() + "#" + header.sequenceId();
        if (header.type() == MessageType.EXCEPTION) {
            var error = ApplicationErrorCodec.read(in);
            return call + " ! " + error.type() + ": " + error.message();
        }
        try {
            return call + " = " + Echo.ECHO.result().read(in);
        } catch (Echo.Refused e) {
            return call + " refused: " + e.getMessage();
        }
    }

    /** How {@link #next} tells the form. */
    public static String around(MessageForm form) {
        String transport = switch (form.transport()) {
            case FRAMED -> "";
            case BUFFERED -> "bare ";
            case TTHEADER -> "ttheader ";
            case TTHEADER_FRAMED -> "ttheader framed ";
        };
        return transport + (form.protocol() == MessageProtocol.BINARY ? "" : "compact ");
    }
}
