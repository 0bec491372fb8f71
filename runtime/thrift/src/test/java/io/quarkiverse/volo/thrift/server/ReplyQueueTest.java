package io.quarkiverse.volo.thrift.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

class ReplyQueueTest {

    private final ReplyQueue queue = new ReplyQueue();
    private final ReplySlot a = new ReplySlot();
    private final ReplySlot b = new ReplySlot();
    private final ReplySlot c = new ReplySlot();
    private final ReplySlot d = new ReplySlot();

    ReplyQueueTest() {
        queue.add(a);
        queue.add(b);
        queue.add(c);
    }

    @Test
    void whatCameFirstIsFirst() {
        assertThat(rest()).containsExactly(a, b, c);
        assertThat(queue.isEmpty()).isTrue();
        assertThat(queue.size()).isZero();
    }

    @Test
    void anyCanLeaveAndTheOthersStayInOrder() {
        assertThat(queue.remove(b)).isTrue();
        assertThat(queue.size()).isEqualTo(2);
        queue.add(b);

        assertThat(rest()).containsExactly(a, c, b);
    }

    @Test
    void afterTheLastHasLeftMoreCanCome() {
        assertThat(queue.remove(c)).isTrue();
        queue.add(d);

        assertThat(rest()).containsExactly(a, b, d);
    }

    @Test
    void afterTheFirstHasLeftTheNextIsFirst() {
        assertThat(queue.remove(a)).isTrue();

        assertThat(rest()).containsExactly(b, c);
    }

    @Test
    void whatIsNotThereCannotLeave() {
        assertThat(queue.remove(d)).isFalse();
        queue.removeFirst(a);
        assertThat(queue.remove(a)).isFalse();

        assertThat(queue.size()).isEqualTo(2);
    }

    @Test
    void everyoneLearnsThatTheConnectionHasGone() {
        List<ReplySlot> told = new ArrayList<>();
        queue.add(new ReplySlot() {

            @Override
            void connectionLost() {
                told.add(this);
            }
        });

        queue.connectionLost();

        assertThat(told).hasSize(1);
        assertThat(queue.isEmpty()).isTrue();
        assertThat(queue.size()).isZero();
    }

    private List<ReplySlot> rest() {
        List<ReplySlot> rest = new ArrayList<>();
        for (ReplySlot first = queue.first(); first != null; first = queue.first()) {
            queue.removeFirst(first);
            rest.add(first);
        }
        return rest;
    }
}
