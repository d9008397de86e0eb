package cohortkit.io;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Texts that a file's own table may have twice. */
class TextPoolTest {

    private static TextPool twice() {
        TextPool pool = new TextPool();
        pool.add("P1");
        pool.add("P2");
        pool.add("P1");
        return pool;
    }

    @Test
    void a_table_of_texts_keeps_each_at_its_own_place() {
        TextPool pool = twice();
        assertThat(pool.get(2)).isEqualTo("P1");
        assertThat(pool.keepsEachOnce()).isFalse();
        assertThat(new TextPool().keepsEachOnce()).isTrue();
    }

    @Test
    void a_text_with_two_places_is_one_text() {
        DifferentTexts texts = new DifferentTexts(twice());
        texts.add(0);
        texts.add(1);
        texts.add(2);
        assertThat(texts.count()).isEqualTo(2);
    }

    @Test
    void what_is_found_is_kept_once() {
        TextPool pool = new TextPool();
        int place = pool.place("P1");
        assertThat(pool.place("P1")).isEqualTo(place);
        assertThat(pool.place("P2")).isNotEqualTo(place);
        assertThat(pool.keepsEachOnce()).isTrue();
    }

    @Test
    void a_pool_on_another_one_is_not_told_to_keep_each_once() {
        TextPool pool = new TextPool();
        pool.place("P1");
        TextPool upper = new TextPool(pool);
        assertThat(upper.place("P1")).isEqualTo(1);
        assertThat(upper.keepsEachOnce()).isFalse();
        assertThat(pool.places(upper)).containsExactly(0);
    }
}
