package io.quarkiverse.volo.thrift.server;

import io.quarkiverse.volo.context.Endpoint;
import io.quarkiverse.volo.thrift.transport.MalformedStrings;
import io.quarkiverse.volo.thrift.transport.UncarriedMetainfo;

/** What the routes of one service share. */
final class RoutedService {

    /** Who is called: the same for all calls. */
    final Endpoint callee;
    /** In the requests of all methods. */
    final MalformedStrings malformed;
    /** In the replies of all methods. */
    final UncarriedMetainfo uncarried;

    /** @param name the service's in the IDL */
    RoutedService(String name) {
        this.callee = new Endpoint(name, null);
        this.malformed = new MalformedStrings("requests to " + name);
        this.uncarried = new UncarriedMetainfo("replies of " + name);
    }
}
