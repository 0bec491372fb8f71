package io.quarkiverse.volo.discovery;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import io.vertx.core.Future;
import io.vertx.core.Promise;

/** Answers when the test says so, and as it says. */
final class FakeResolver implements NameResolver {

    private final BlockingQueue<Promise<List<InetAddress>>> questions = new LinkedBlockingQueue<>();

    @Override
    public Future<List<InetAddress>> resolve(String host) {
        Promise<List<InetAddress>> question = Promise.promise();
        questions.add(question);
        return question.future();
    }

    /** Waits for the next question, and answers it with these addresses. */
    void answer(String... addresses) {
        next().complete(Arrays.stream(addresses).map(FakeResolver::address).toList());
    }

    void fail(String message) {
        next().fail(new UnknownHostException(message));
    }

    /** The questions that were asked and not answered. */
    int pending() {
        return questions.size();
    }

    private Promise<List<InetAddress>> next() {
        try {
            Promise<List<InetAddress>> question = questions.poll(10, TimeUnit.SECONDS);
            if (question == null) {
                throw new AssertionError("the resolver was not asked");
            }
            return question;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static InetAddress address(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }
}
