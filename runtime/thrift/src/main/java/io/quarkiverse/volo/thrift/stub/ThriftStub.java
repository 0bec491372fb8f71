package io.quarkiverse.volo.thrift.stub;

import io.quarkiverse.volo.client.ClientMethod;
import io.quarkiverse.volo.thrift.ThriftMethod;

/** What a generated client stands on: prepares its methods. */
public interface ThriftStub {

    /** Puts together the path of the method's calls; asked once per client and method. */
    <Q, R> ClientMethod<Q, R> method(ThriftMethod<Q, R> method);
}
