package io.quarkiverse.volo.error;

import java.io.IOException;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonWriteFeature;

/** What goes with a {@link BizException}, as it travels in any protocol: a JSON object of texts. */
public final class BizExtra {

    private static final JsonFactory JSON = new JsonFactory();

    private BizExtra() {
    }

    /** The object, in any characters. */
    public static String toJson(Map<String, String> extra) {
        return toJson(extra, false);
    }

    /** The object in printable ASCII, as headers of HTTP need it. */
    public static String toAsciiJson(Map<String, String> extra) {
        return toJson(extra, true);
    }

    private static String toJson(Map<String, String> extra, boolean ascii) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.configure(JsonWriteFeature.ESCAPE_NON_ASCII.mappedFeature(), ascii);
            json.writeStartObject();
            for (Map.Entry<String, String> entry : extra.entrySet()) {
                json.writeStringField(entry.getKey(), entry.getValue());
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new IllegalStateException(e); // a StringWriter does not fail
        }
        return text.toString();
    }

    /** Empty if the text is absent or empty; {@code null} if it is something else than an object of texts. */
    public static @Nullable Map<String, String> parse(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return Map.of();
        }
        try (JsonParser json = JSON.createParser(text)) {
            return read(json);
        } catch (IOException e) {
            return null;
        }
    }

    private static Map<String, String> read(JsonParser json) throws IOException {
        Map<String, String> extra = new HashMap<>();
        expect(json, JsonToken.START_OBJECT);
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String key = json.currentName();
            expect(json, JsonToken.VALUE_STRING);
            extra.put(key, json.getText());
        }
        if (json.currentToken() != JsonToken.END_OBJECT || json.nextToken() != null) {
            throw new IOException("no object of texts");
        }
        return extra;
    }

    private static void expect(JsonParser json, JsonToken token) throws IOException {
        if (json.nextToken() != token) {
            throw new IOException("no " + token);
        }
    }
}
