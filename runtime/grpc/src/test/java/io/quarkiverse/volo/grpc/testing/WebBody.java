package io.quarkiverse.volo.grpc.testing;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import com.google.protobuf.StringValue;

/** The body of a gRPC-Web reply, read as it comes. */
public final class WebBody {

    private final DataInputStream in;

    public WebBody(InputStream in) {
        this.in = new DataInputStream(in);
    }

    /** The bytes of base64 that may be padded within. */
    public static byte[] decoded(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i += 4) {
            bytes.writeBytes(Base64.getDecoder().decode(text.substring(i, i + 4)));
        }
        return bytes.toByteArray();
    }

    /** The next message's text; the trailers behind {@code "trailers "}, their lines by {@code "|"}. */
    public String next() throws IOException {
        int flag = in.readUnsignedByte();
        byte[] content = in.readNBytes(in.readInt());
        return flag == 0 ? StringValue.parseFrom(content).getValue()
                : flag + " trailers " + new String(content, StandardCharsets.US_ASCII).replace("\r\n", "|");
    }

    /** All that comes until the end. */
    public List<String> all() throws IOException {
        List<String> all = new ArrayList<>();
        try {
            while (true) {
                all.add(next());
            }
        } catch (EOFException end) {
            return all;
        }
    }
}
