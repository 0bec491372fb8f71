package org.acme.store;

import java.util.List;
import javax.annotation.processing.Generated;

import io.quarkiverse.volo.thrift.descriptor.IdlFile;
import org.jspecify.annotations.NullMarked;

/** What store.thrift says, for descriptors. */
@Generated("io.quarkiverse.volo.codegen")
@NullMarked
public final class StoreIdl {

    /** The file; it is read when something of it is first asked for. */
    public static final IdlFile FILE = new IdlFile(
        "store.thrift",
        List.of(),
        """
        exception NotFound {
          1: string key
          2: i32 code
        }
        service Health {
          void ping()
        }
        /** Keeps values. */
        service Store extends Health {
          /** Finds a value. */
          string get_value(
            /** what was put */
            1: string key) throws (1: NotFound missing)
          map<string, list<string>> all(1: optional i32 limit, 2: set<string> prefixes)
          i32 size()
          oneway void forget(1: string key)
        }
        """
    );

    private StoreIdl() {
    }
}
