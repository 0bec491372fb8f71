package io.quarkiverse.volo.thrift.ttheader;

import java.io.IOException;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.Map;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

/** What goes with a business error: a JSON object of texts. */
final class BizExtra {

    private static final Logger LOG = Logger.getLogger("io.quarkiverse.volo.thrift");
    private static final JsonFactory JSON = new JsonFactory();

    private BizExtra() {
    }

    static String toJson(Map<String, String> extra) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
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

    /** Empty, with a warning, if the text is something else. */
    static Map<String, String> of(@Nullable String text, String call) {
        if (text == null || text.isEmpty()) {
            return Map.of();
        }
        try (JsonParser json = JSON.createParser(text)) {
            return read(json);
        } catch (IOException e) {
            LOG.warnf("%s: biz-extra '%s' of the reply is passed over (expected: a JSON object of texts)", call, text);
            return Map.of();
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
