package org.acme.shop;

import java.util.List;
import javax.annotation.processing.Generated;

import io.quarkiverse.volo.thrift.descriptor.IdlFile;
import org.jspecify.annotations.NullMarked;

/** What shop.thrift says, for descriptors. */
@Generated("io.quarkiverse.volo.codegen")
@NullMarked
public final class ShopIdl {

    /** The file; it is read when something of it is first asked for. */
    public static final IdlFile FILE = new IdlFile(
        "shop.thrift",
        List.of(),
        """
        struct User {
          1: required i64 id
          2: string name
          3: optional Mood mood
          4: optional string password (volo.sensitive = "1")
        }
        exception Refused {
          1: string reason
        }
        enum Mood {
          HAPPY = 1
          SAD = 2
        }
        service UserService {
          User find(1: i64 id) throws (1: Refused refused)
          void save(1: User user)
        }
        """
    );

    private ShopIdl() {
    }
}
