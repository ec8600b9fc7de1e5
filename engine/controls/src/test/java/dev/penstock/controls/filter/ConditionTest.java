package dev.penstock.controls.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.penstock.controls.model.Control;
import dev.penstock.controls.model.Query;
import dev.penstock.spi.error.EngineException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionTest {
    private static final Control HIGH = control("mfa_on", "high", Map.of("service", "IAM", "level", "1"));
    private static final Control BARE = control("bare", "", Map.of());

    private static Control control(String name, String severity, Map<String, String> tags) {
        return new Control("m", name, "It's 100% \"fine\"", "", "", tags, severity, new Query("m", "q", "", "", "x"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "severity = 'high'",
                "severity = 'HIGH' and severity in ('High') and severity >= 'HIGH'",
                "SEVERITY='high' AND Title LIKE 'It''s 100\\% %'",
                "severity > 'medium' and severity <= 'critical'",
                "not severity < 'high'",
                "severity in ('low', 'high')",
                "severity not in ('low')",
                "severity <> 'low' and severity != 'none'",
                "tags ->> 'service' ilike 'iam'",
                "tags ->> 'service' not like 'iam'",
                "tags ->> 'nothing' is null and tags ->> 'level' is not null",
                "severity = 'low' or severity = 'high' and tags ->> 'level' = '1'",
                "(severity = 'low' or severity = 'high') and not (mod_name = 'x')",
                "qualified_name = 'm.control.mfa_on' and \"name\" >= 'mfa' and resource_name < 'n'",
                "query like 'm.query._' and description is null and sql = 'x' and documentation is null"
            })
    void holds(String condition) {
        assertThat(Condition.of(condition).test(HIGH)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "severity = 'low'",
                "severity > 'high'",
                "severity <> 'HIGH'",
                "severity not in ('HIGH', 'low')",
                "title like 'it%'",
                "not (severity = 'high' or title = 'x')",
                "tags ->> 'nothing' <> 'x'",
                "not tags ->> 'nothing' = 'x'",
                "tags ->> 'nothing' in ('x') or severity is null"
            })
    void doesNotHold(String condition) {
        assertThat(Condition.of(condition).test(HIGH)).isFalse();
    }

    @Test
    void aLetterOfTwoCharactersIsOneLetter() {
        var burning = new Control("m", "c", "a 🔥 b\\", "", "", Map.of(), "High", new Query("m", "q", "", "", "x"));
        assertThat(Condition.of("title like '%🔥%' and title like 'a _ b_' and title like '%\\'")
                        .test(burning))
                .isTrue();
        assertThat(Condition.of("title like 'a __ b_'").test(burning)).isFalse();
        assertThat(Condition.of("severity = 'high'").test(burning)).isTrue();
    }

    @Test
    void whatIsNotSetMakesAComparisonUnknown() {
        assertThat(Condition.of("severity <> 'high'").test(BARE)).isFalse();
        assertThat(Condition.of("not severity = 'high'").test(BARE)).isFalse();
        assertThat(Condition.of("severity < 'critical'").test(BARE)).isFalse();
        assertThat(Condition.of("severity is null or severity = 'high'").test(BARE))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "severty = 'x' | 1 | controls have no attribute \"severty\"; did you mean \"severity\"?",
                "severity = high | 12 | needs a text in single quotes, not \"high\"",
                "severity = 1.5 | 12 | needs a text in single quotes, not \"1.5\"",
                "severity = 'x | 12 | a text without its closing quote",
                "severity >= 'hihg' | 13 | there is no severity \"hihg\"; did you mean \"high\"?",
                "(title = 'x' | 13 | needs \")\", not the end",
                "title = 'x' title = 'y' | 13 | needs \"and\", \"or\" or the end, not \"title\"",
                "title not = 'x' | 11 | needs \"like\", \"ilike\" or \"in\"",
                "title 'x' | 7 | needs a comparison",
                "tags = 'x' | 6 | needs \"->>\"",
                "title in () | 11 | needs a text in single quotes",
                "title = 'x' and | 16 | needs an attribute of a control, not the end",
                "title § 'x' | 7 | nothing it knows"
            })
    void whatIsWrongIsSaidWithItsPlace(String condition, int column, String message) {
        assertThatThrownBy(() -> Condition.of(condition)).isInstanceOfSatisfying(EngineException.class, e -> {
            assertThat(e.getMessage()).contains(message);
            assertThat(e.position().orElseThrow().column()).isEqualTo(column);
        });
    }

    @Test
    void tagsOfOneKeyAreAlternativesAndKeysAreAllWanted() {
        assertThat(TagFilter.of(List.of("service=S3", "service=IAM", "level=1")).test(HIGH))
                .isTrue();
        assertThat(TagFilter.of(List.of("service=IAM", "level=2")).test(HIGH)).isFalse();
        assertThat(TagFilter.of(List.of("level!=2", "level!=3")).test(HIGH)).isTrue();
        assertThat(TagFilter.of(List.of("level!=2", "level!=1")).test(HIGH)).isFalse();
        assertThat(TagFilter.of(List.of("level!=1")).test(BARE)).isTrue();
        assertThat(TagFilter.of(List.of("level=1")).test(BARE)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"level", "=1", "!=1", ""})
    void aMalformedTagIsAnError(String tag) {
        assertThatThrownBy(() -> TagFilter.of(List.of(tag)))
                .hasMessageContaining("--tag takes key=value or key!=value");
    }
}
