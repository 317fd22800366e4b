package io.athanor.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.ConfigurationException;
import io.athanor.ResultException;
import org.junit.jupiter.api.Test;

class EnumsTest {
    private enum Size {
        SMALL,
        LARGE {
            @Override
            public String toString() {
                return "big";
            }
        }
    }

    private enum Wordy {
        A_NAME_THAT_HAS_MORE_THAN_SIXTY_FOUR_LETTERS_IS_LONG_BUT_JAVA_ALLOWS_IT_ANYHOW
    }

    @Test
    void shouldKeepNamesWhateverToStringSays() {
        assertThat(Types.enumerated(Size.class).encode(Size.LARGE)).isEqualTo("LARGE");
        assertThat(Types.enumerated(Size.class).decode("LARGE")).isEqualTo(Size.LARGE);
        assertThat(Types.enumNative("size", Size.class).encode(Size.LARGE)).isEqualTo("LARGE");
        assertThat(Types.enumNative("size", Size.class).dataType().labels()).containsExactly("SMALL", "LARGE");
    }

    @Test
    void shouldHaveRoomForTheLongestName() {
        assertThat(Types.enumerated(Size.class)).hasToString("varchar(64)");
        assertThat(Types.enumerated(Wordy.class).dataType().length())
                .isEqualTo(Wordy.values()[0].name().length());
    }

    @Test
    void shouldKeepOrdinals() {
        assertThat(Types.enumOrdinal(Size.class).encode(Size.LARGE)).isEqualTo((short) 1);
        assertThat(Types.enumOrdinal(Size.class).decode((short) 0)).isEqualTo(Size.SMALL);
    }

    @Test
    void shouldNameTheEnumButNotTheValueThatIsNoConstant() {
        assertThatThrownBy(() -> Types.enumerated(Size.class).decode("secret"))
                .isInstanceOf(ResultException.class)
                .hasMessageContaining(Size.class.getName())
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> Types.enumNative("size", Size.class).decode("small"))
                .isInstanceOf(ResultException.class);
        assertThatThrownBy(() -> Types.enumOrdinal(Size.class).decode((short) 2))
                .isInstanceOf(ResultException.class);
        assertThatThrownBy(() -> Types.enumOrdinal(Size.class).decode((short) -1))
                .isInstanceOf(ResultException.class);
    }

    @Test
    void shouldRefuseANativeEnumWithoutAName() {
        assertThatThrownBy(() -> Types.enumNative(" ", Size.class)).isInstanceOf(ConfigurationException.class);
    }
}
