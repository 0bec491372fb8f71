package io.quarkiverse.volo.thrift.testing;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.volo.thrift.ThriftException;
import io.quarkiverse.volo.thrift.ThriftMethod;
import io.quarkiverse.volo.thrift.codec.ResultCodec;
import io.quarkiverse.volo.thrift.codec.StructCodec;
import io.quarkiverse.volo.thrift.codec.ThriftReader;
import io.quarkiverse.volo.thrift.codec.ThriftWriter;
import io.quarkiverse.volo.thrift.stub.DeclaredException;

/**
 * By hand, what the compiler makes of
 *
 * <pre>{@code
 * struct Inner { 1: required string text }
 * exception Refused { 1: string why }
 * service Echo {
 *     string echo(1: string text) throws (1: Refused refused)
 *     string wrapped(1: Inner inner)
 *     oneway void note(1: string text)
 * }
 * }</pre>
 *
 * with the text itself in the place of the arguments' struct.
 */
public final class Echo {

    private static final int TEXT_FIELD = 0x0B_0001;
    private static final int SUCCESS_FIELD = 0x0B_0000;
    private static final int REFUSED_FIELD = 0x0C_0001;
    private static final int STRUCT_FIELD = 0x0C_0001;

    public static final ThriftMethod<String, String> ECHO = new ThriftMethod<>("Echo", "echo", false, new Text(), new Result());
    public static final ThriftMethod<String, String> WRAPPED = new ThriftMethod<>("Echo", "wrapped", false, new Wrapped(),
            new Result());
    public static final ThriftMethod<String, String> NOTE = new ThriftMethod<>("Echo", "note", true, new Text(), new Result());

    private Echo() {
    }

    public static final class Refused extends DeclaredException {

        private static final long serialVersionUID = 1L;

        public Refused(String why) {
            super(why);
        }
    }

    private static final class Text implements StructCodec<String> {

        @Override
        public String name() {
            return "echo_args";
        }

        @Override
        public String read(ThriftReader in) {
            String text = "";
            in.structBegin();
            for (int field; (field = in.readField()) != 0;) {
                if (field == TEXT_FIELD) {
                    text = in.readString();
                } else {
                    in.skipField(field);
                }
            }
            in.structEnd();
            return text;
        }

        @Override
        public void write(ThriftWriter out, String text) {
            if (text.equals("unwritable")) {
                throw new IllegalStateException("cannot write this");
            }
            if (text.equals("overflows")) {
                throw new StackOverflowError();
            }
            out.structBegin();
            out.writeField(TEXT_FIELD);
            out.writeString(text);
            out.structEnd();
        }
    }

    private static final class Wrapped implements StructCodec<String> {

        private final Text inner = new Text();

        @Override
        public String name() {
            return "wrapped_args";
        }

        @Override
        public String read(ThriftReader in) {
            String text = null;
            in.structBegin();
            for (int field; (field = in.readField()) != 0;) {
                if (field == STRUCT_FIELD) {
                    text = inner.read(in);
                } else {
                    in.skipField(field);
                }
            }
            in.structEnd();
            if (text == null) {
                throw in.missing("Echo.wrapped", "inner");
            }
            return text;
        }

        @Override
        public void write(ThriftWriter out, String text) {
            out.structBegin();
            out.writeField(STRUCT_FIELD);
            inner.write(out, text);
            out.structEnd();
        }
    }

    private static final class Result implements ResultCodec<String> {

        private final Text why = new Text();

        @Override
        public String read(ThriftReader in) {
            String success = null;
            String refused = null;
            in.structBegin();
            for (int field; (field = in.readField()) != 0;) {
                switch (field) {
                    case SUCCESS_FIELD -> success = in.readString();
                    case REFUSED_FIELD -> refused = why.read(in);
                    default -> in.skipField(field);
                }
            }
            in.structEnd();
            if (refused != null) {
                throw new Refused(refused);
            }
            if (success == null) {
                throw ThriftException.missingResult("Echo.echo");
            }
            return success;
        }

        @Override
        public void writeSuccess(ThriftWriter out, @Nullable String value) {
            if (value == null) {
                throw ThriftException.missingResult("Echo.echo");
            }
            out.structBegin();
            out.writeField(SUCCESS_FIELD);
            if (value.equals("overflows")) {
                throw new StackOverflowError();
            }
            out.writeString(value);
            out.structEnd();
        }

        @Override
        public boolean writeFailure(ThriftWriter out, Throwable failure) {
            if (!(failure instanceof Refused refused)) {
                return false;
            }
            out.structBegin();
            out.writeField(REFUSED_FIELD);
            why.write(out, refused.getMessage());
            out.structEnd();
            return true;
        }
    }
}
