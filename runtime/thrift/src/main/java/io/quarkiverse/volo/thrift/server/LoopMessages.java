package io.quarkiverse.volo.thrift.server;

import io.quarkiverse.volo.thrift.transport.MessageReaders;
import io.quarkiverse.volo.thrift.ttheader.TTHeaderReader;

/**
 * Reads requests and writes replies for all connections of one event loop, one message after the other: what a thousand
 * connections share stays in the processor's cache, and an idle one takes no memory for it. Nothing of one message is left when
 * the next begins.
 */
final class LoopMessages {

    final TTHeaderReader headers = new TTHeaderReader();
    final MessageReaders readers;
    final ReplyWriter replies;

    LoopMessages(ThriftServerOptions options) {
        this.readers = new MessageReaders(options.decoding());
        this.replies = new ReplyWriter(options);
    }
}
