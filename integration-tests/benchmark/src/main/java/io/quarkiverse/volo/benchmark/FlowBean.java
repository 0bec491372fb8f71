package io.quarkiverse.volo.benchmark;

import io.quarkiverse.volo.VoloService;
import io.quarkiverse.volo.benchmark.flow.Chunk;
import io.quarkiverse.volo.benchmark.flow.Flow;
import io.quarkiverse.volo.benchmark.flow.Text;
import io.quarkiverse.volo.benchmark.flow.Wish;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** What is measured of gRPC. */
@VoloService
public class FlowBean implements Flow {

    @Override
    public Uni<Text> echo(Text message) {
        return Uni.createFrom().item(Text.newBuilder().setText(message.getText()).build());
    }

    @Override
    public Uni<Chunk> carry(Chunk chunk) {
        return Uni.createFrom().item(Chunk.newBuilder().setData(chunk.getData()).build());
    }

    @Override
    public Multi<Text> send(Wish wish) {
        String text = "x".repeat(wish.getCharacters());
        return Multi.createFrom().range(0, wish.getMessages()).map(i -> Text.newBuilder().setText(text).build());
    }
}
