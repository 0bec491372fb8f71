package io.quarkiverse.volo.thrift.dynamic;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.quarkiverse.volo.thrift.descriptor.TypeDescriptor;

/** Makes numbers of the IDL of any number that fits, and of text that says one. */
final class NumberFitting {

    private static final int LONGEST_INTEGER = 20;
    private static final double BEYOND_LONG = 0x1p63;
    private static final Pattern DECIMAL = Pattern.compile("[+-]?[0-9]{1,400}(\\.[0-9]{0,400})?([eE][+-]?[0-9]{1,4})?");

    private NumberFitting() {
    }

    static boolean isNumber(Object value) {
        return value instanceof Number || (value instanceof CharSequence text && parsed(text.toString()) != null);
    }

    static long integer(Object value, long least, long most, TypeDescriptor.Base type) {
        Long number = whole(value);
        if (number == null) {
            throw InvalidValueException.of(value, type.shown());
        }
        if (number < least || number > most) {
            throw InvalidValueException.of(value, type.shown() + ", " + least + " to " + most);
        }
        return number;
    }

    /** Null if it is no whole number of 64 bits. */
    private static @Nullable Long whole(Object value) {
        if (value instanceof Long || value instanceof Integer || value instanceof Short || value instanceof Byte) {
            return ((Number) value).longValue();
        }
        if (value instanceof BigInteger big) {
            return big.bitLength() < Long.SIZE ? big.longValue() : null;
        }
        if (value instanceof BigDecimal decimal) {
            return whole(decimal);
        }
        if (value instanceof Double || value instanceof Float) {
            double number = ((Number) value).doubleValue();
            boolean fits = number == Math.rint(number) && number >= -BEYOND_LONG && number < BEYOND_LONG;
            return fits ? (Long) (long) number : null;
        }
        return value instanceof CharSequence text ? parsed(text.toString()) : null;
    }

    /** A few characters can say a number of a billion digits: those are never written out. */
    private static @Nullable Long whole(BigDecimal decimal) {
        boolean fits = (long) decimal.precision() - decimal.scale() < LONGEST_INTEGER && decimal.scale() < Long.SIZE;
        try {
            return fits ? (Long) decimal.longValueExact() : null;
        } catch (ArithmeticException e) {
            return null;
        }
    }

    private static @Nullable Long parsed(String text) {
        try {
            return text.length() <= LONGEST_INTEGER ? Long.valueOf(text) : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** JSON has no words for the numbers that are none; Thrift's peers write these. */
    static double decimal(Object value) {
        if (value instanceof Double || value instanceof Float) {
            return ((Number) value).doubleValue();
        }
        if (value instanceof Number number) {
            return finite(number.doubleValue(), value);
        }
        return switch (value.toString()) {
            case "NaN" -> Double.NaN;
            case "Infinity" -> Double.POSITIVE_INFINITY;
            case "-Infinity" -> Double.NEGATIVE_INFINITY;
            default -> finite(parsedDecimal(value), value);
        };
    }

    private static double parsedDecimal(Object value) {
        if (value instanceof CharSequence text && DECIMAL.matcher(text).matches()) {
            return Double.parseDouble(text.toString());
        }
        throw InvalidValueException.of(value, "double");
    }

    private static double finite(double number, Object value) {
        if (Double.isInfinite(number)) {
            throw InvalidValueException.of(value, "double, which ends at 1.7976931348623157E308");
        }
        return number;
    }
}
