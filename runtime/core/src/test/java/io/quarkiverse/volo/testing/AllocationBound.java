package io.quarkiverse.volo.testing;

import java.lang.reflect.Method;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.quarkiverse.volo.transport.ConnectionInitializer;

/**
 * Fails a test in which a connection took more memory than what it received justifies: more than twice as much and 64 KiB at
 * any moment, what Netty reads into included, or anything at all once it is closed. Use it as
 * {@code @RegisterExtension static final AllocationBound BOUND = new AllocationBound();} and let it watch the connections:
 * those of a listener by {@link #around}, those of a connector by {@code withOpened(BOUND::watch)}.
 */
public final class AllocationBound implements AfterEachCallback, AfterAllCallback {

    private static final int PER_CONNECTION = 64 * 1024;

    private final AtomicLong connections = new AtomicLong();
    private final Set<Method> ran = ConcurrentHashMap.newKeySet();
    private final Set<Watch> open = ConcurrentHashMap.newKeySet();
    private final Queue<Watch> holdingThoughClosed = new ConcurrentLinkedQueue<>();
    private final Queue<String> excesses = new ConcurrentLinkedQueue<>();

    /** Watches each connection that the next initializer gets. */
    public ConnectionInitializer around(ConnectionInitializer next) {
        return (channel, context) -> {
            watch(channel);
            next.initialize(channel, context);
        };
    }

    /**
     * Compares the most that was held with all that was received, when the connection is closed. For peers that do not read:
     * what the service answers them waits, and in the beginning that may be more than what they sent.
     */
    public ConnectionInitializer aroundWhileRepliesWait(ConnectionInitializer next) {
        return (channel, context) -> {
            watchWhileRepliesWait(channel);
            next.initialize(channel, context);
        };
    }

    /** Watches a connection from now on; call it on its event loop, before anything is read. */
    public void watch(Channel channel) {
        watch(channel, true);
    }

    void watchWhileRepliesWait(Channel channel) {
        watch(channel, false);
    }

    private void watch(Channel channel, boolean throughout) {
        var watch = new Watch("connection " + connections.incrementAndGet() + " with " + channel.remoteAddress(), throughout);
        channel.config().setAllocator(watch.allocator);
        channel.pipeline().addFirst(watch);
    }

    /** Fails if a connection took too much so far, or one that is closed still holds something. */
    public void verify() {
        holdingThoughClosed.forEach(Watch::checkClosed);
        holdingThoughClosed.clear();
        if (!excesses.isEmpty()) {
            String all = String.join("\n", excesses);
            excesses.clear();
            throw new AssertionError(all);
        }
    }

    /** Fails unless there were connections, and all of them are closed and hold nothing. */
    public void verifyAllClosed() {
        if (connections.get() == 0) {
            throw new AssertionError("no connection was watched");
        }
        verifyClosed();
    }

    private void verifyClosed() {
        open.forEach(watch -> excesses.add(watch.name + " is still open, and holds " + watch.allocator.held() + " bytes"));
        open.clear();
        verify();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        ran.add(context.getRequiredTestMethod());
        verify();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        // Only some of a class's tests may have connections to watch; who runs one of the others alone shall not see it fail.
        if (ran.containsAll(AnnotationSupport.findAnnotatedMethods(context.getRequiredTestClass(), Testable.class,
                HierarchyTraversalMode.TOP_DOWN))) {
            verifyAllClosed();
        } else {
            verifyClosed();
        }
    }

    /** Stands first in a connection's pipeline. */
    private final class Watch extends ChannelInboundHandlerAdapter {

        private final String name;
        private final boolean throughout;
        private final CountingAllocator allocator = new CountingAllocator();
        private long received;
        private boolean exceeded;

        Watch(String name, boolean throughout) {
            this.name = name;
            this.throughout = throughout;
        }

        @Override
        public void handlerAdded(ChannelHandlerContext context) {
            open.add(this);
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            received += ((ByteBuf) message).readableBytes();
            checkIfThroughout();
            context.fireChannelRead(message);
            checkIfThroughout();
        }

        private void checkIfThroughout() {
            if (throughout) {
                check();
            }
        }

        /** What is written later, and by others, is seen at the next read or in the end. */
        private void check() {
            long most = allocator.takeMost();
            if (most > 2 * received + PER_CONNECTION && !exceeded) {
                exceeded = true;
                excesses.add(name + " held " + most + " bytes when " + received + " were received (expected: at most "
                        + (2 * received + PER_CONNECTION) + ")");
            }
        }

        @Override
        public void handlerRemoved(ChannelHandlerContext context) {
            check();
            open.remove(this);
            if (allocator.held() != 0) {
                holdingThoughClosed.add(this);
            }
        }

        void checkClosed() {
            if (allocator.held() != 0) {
                excesses.add(name + " is closed, and still holds " + allocator.held() + " bytes");
            }
        }
    }
}
