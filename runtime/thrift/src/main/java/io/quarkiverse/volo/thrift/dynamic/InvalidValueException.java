package io.quarkiverse.volo.thrift.dynamic;

/** A value is not what the IDL asks for: the message says where, what is there, and what is expected. */
public final class InvalidValueException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String problem;
    private String path = "$";

    public InvalidValueException(String problem) {
        super(problem);
        this.problem = problem;
    }

    /** @param expected what should be there instead */
    static InvalidValueException of(Object value, String expected) {
        return new InvalidValueException(ShownValue.of(value) + " (expected: " + expected + ")");
    }

    /** The same failure, seen from one level further out. */
    InvalidValueException within(String segment) {
        path = "$" + segment + path.substring(1);
        return this;
    }

    /** Where the value is: {@code $.items[3].id}, where {@code $} is the outermost value. */
    public String path() {
        return path;
    }

    /** {@code $.items[3].id: "abc" (expected: i64)}. */
    @Override
    public String getMessage() {
        return path + ": " + problem;
    }
}
