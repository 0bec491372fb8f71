package org.acme.bean;

import org.acme.greet.Greeter;
import org.acme.greet.Greeting;
import org.acme.greet.Name;
import org.acme.greet.Number;
import org.acme.greet.Range;

import io.quarkiverse.volo.VoloService;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** Serves on the event loop. */
@VoloService
public class GreeterBean implements Greeter {

    @Override
    public Uni<Greeting> greet(Name name) {
        return Uni.createFrom().item(greeting("Hello " + name.getText()));
    }

    @Override
    public Multi<Number> count(Range range) {
        return Multi.createFrom().range((int) range.getFirst(), (int) range.getLast() + 1)
                .map(value -> Number.newBuilder().setValue(value).build());
    }

    @Override
    public Uni<Number> sum(Multi<Number> numbers) {
        return numbers.collect().in(() -> new long[1], (sum, number) -> sum[0] += number.getValue())
                .map(sum -> Number.newBuilder().setValue(sum[0]).build());
    }

    @Override
    public Multi<Greeting> shout(Multi<Name> names) {
        return names.map(name -> greeting(name.getText() + "!"));
    }

    private static Greeting greeting(String text) {
        return Greeting.newBuilder().setText(text).build();
    }
}
