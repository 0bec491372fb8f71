package io.quarkiverse.volo.thrift.dynamic;

import java.util.List;

import io.quarkiverse.volo.thrift.descriptor.IdlFile;
import io.quarkiverse.volo.thrift.descriptor.MethodDescriptor;
import io.quarkiverse.volo.thrift.descriptor.StructDescriptor;

/** What the tests of values without generated classes talk about. */
public final class Shop {

    public static final IdlFile FILE = new IdlFile("shop.thrift", List.of(), """
            enum Color {
              RED = 1
              BLUE = 2
            }
            struct Item {
              1: required i64 id
              2: string name
              3: optional string note
            }
            struct Order {
              1: required i64 id
              2: list<Item> items
              3: map<string, i32> counts
              4: optional map<i32, Color> colors
              5: optional map<Item, string> labels
              6: optional set<i16> sizes
              7: optional binary bytes
              8: optional uuid key
              9: optional double real
              10: optional bool flag
              11: optional byte tiny
              12: optional string secret (volo.sensitive = "1")
              13: optional Order parent
              14: i32 limit = 10
              15: Color color = BLUE
              16: Item preset = {"id": 1}
              17: optional Either either
              18: Item last
              19: optional map<bool, double> odds
              20: optional map<binary, string> blobs
              21: optional list<list<i32>> grid
              22: i32 bare = 5 (volo.presence = "explicit")
            }
            union Either {
              1: i32 left
              2: string right
            }
            exception Refused {
              1: string reason
              2: optional i32 code
            }
            service Store {
              Order get(1: i64 id, 2: Item item) throws (1: Refused refused)
              i32 count()
              void clear()
            }
            service Alarm extends Store {
              oneway void ring()
            }
            """);

    private Shop() {
    }

    public static StructDescriptor order() {
        return FILE.struct("Order");
    }

    public static MethodDescriptor method(String name) {
        MethodDescriptor method = FILE.service("Store").method(name);
        if (method == null) {
            throw new AssertionError(name);
        }
        return method;
    }
}
