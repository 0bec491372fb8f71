package io.quarkiverse.volo.thrift.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.apache.thrift.TException;
import org.apache.thrift.protocol.TField;
import org.apache.thrift.protocol.TList;
import org.apache.thrift.protocol.TMap;
import org.apache.thrift.protocol.TProtocol;
import org.apache.thrift.protocol.TSimpleJSONProtocol;
import org.apache.thrift.protocol.TStruct;
import org.apache.thrift.protocol.TType;
import org.apache.thrift.transport.TMemoryBuffer;
import org.junit.jupiter.api.Test;

import io.quarkiverse.volo.thrift.dynamic.DynamicCodec;
import io.quarkiverse.volo.thrift.dynamic.DynamicStruct;
import io.quarkiverse.volo.thrift.dynamic.Shop;

/**
 * Where Apache's readable JSON can be read by others, ours is the same. Apache writes enums as numbers, bools as 0 and 1, and
 * bytes as text, which does not bring them back: those are ours.
 */
class ApacheSimpleJsonTest {

    @Test
    void numbersTextsListsMapsAndStructsAreWrittenAsApacheWritesThem() throws TException {
        TMemoryBuffer memory = new TMemoryBuffer(64);
        TProtocol out = new TSimpleJSONProtocol(memory);
        out.writeStructBegin(new TStruct("Order"));
        out.writeFieldBegin(new TField("id", TType.I64, (short) 1));
        out.writeI64(Long.MIN_VALUE);
        out.writeFieldEnd();
        out.writeFieldBegin(new TField("items", TType.LIST, (short) 2));
        out.writeListBegin(new TList(TType.STRUCT, 2));
        item(out, 5, "a \"name\" \\ \n é");
        item(out, 6, "");
        out.writeListEnd();
        out.writeFieldEnd();
        out.writeFieldBegin(new TField("counts", TType.MAP, (short) 3));
        out.writeMapBegin(new TMap(TType.STRING, TType.I32, 1));
        out.writeString("key");
        out.writeI32(-7);
        out.writeMapEnd();
        out.writeFieldEnd();
        out.writeFieldBegin(new TField("real", TType.DOUBLE, (short) 9));
        out.writeDouble(1.5E-7);
        out.writeFieldEnd();
        out.writeFieldStop();
        out.writeStructEnd();
        String apache = new String(memory.getArray(), 0, memory.length(), StandardCharsets.UTF_8);

        DynamicStruct order = DynamicStruct.of(Shop.order(), Map.of("id", Long.MIN_VALUE, "counts", Map.of("key", -7),
                "real", 1.5E-7,
                "items", List.of(Map.of("id", 5, "name", "a \"name\" \\ \n é"), Map.of("id", 6, "name", ""))));
        ThriftJson<Map<String, Object>> json = ThriftJson.of(new DynamicCodec(Shop.order()));

        assertThat(json.write(order)).startsWith(apache.substring(0, apache.length() - 1) + ",\"limit\":10,");
        assertThat(json.read(apache)).isEqualTo(order);
    }

    private static void item(TProtocol out, long id, String name) throws TException {
        out.writeStructBegin(new TStruct("Item"));
        out.writeFieldBegin(new TField("id", TType.I64, (short) 1));
        out.writeI64(id);
        out.writeFieldEnd();
        out.writeFieldBegin(new TField("name", TType.STRING, (short) 2));
        out.writeString(name);
        out.writeFieldEnd();
        out.writeFieldStop();
        out.writeStructEnd();
    }
}
