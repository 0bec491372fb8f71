package io.quarkiverse.volo.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files that are nearly right, made of the {@link Corpus}: errors in the user's files are told, and are never errors of ours.
 */
class MutationTest {

    private static final int MUTANTS_OF_EACH = 20;

    @TempDir
    Path folder;

    @Test
    void neverFailsItself() throws Exception {
        Random random = new Random(20_260_101);
        List<String> own = new ArrayList<>();
        for (String file : Corpus.files()) {
            String text = new String(Files.readAllBytes(Corpus.FOLDER.resolve(file)), StandardCharsets.ISO_8859_1);
            for (int i = 0; i < MUTANTS_OF_EACH; i++) {
                String mutant = mutate(text, random);
                IdlFolder idl = new IdlFolder(folder).with("mutant.thrift", mutant);
                idl.errors().stream().filter(error -> error.contains("compiler failed"))
                        .forEach(error -> own.add(error + mutant));
            }
        }
        assertThat(own).isEmpty();
    }

    /** Words that are gone, doubled, or in another's place. */
    private static String mutate(String text, Random random) {
        List<String> words = new ArrayList<>(List.of(text.split("(?<=\\W)|(?=\\W)")));
        for (int i = 0; i < 3; i++) {
            int at = random.nextInt(words.size());
            switch (random.nextInt(4)) {
                case 0 -> words.set(at, "");
                case 1 -> words.add(at, words.get(at));
                case 2 -> words.set(at, words.get(random.nextInt(words.size())));
                default -> words.add(at, words.get(random.nextInt(words.size())));
            }
        }
        return String.join("", words);
    }
}
