package dev.penstock.tables.aws.iam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalPolicyTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"Action\":[\"S3:Get*\",\"s3:get*\",\"EC2:Run\"],\"Resource\":\"*\""
                        + "|\"Action\": [\"ec2:run\", \"s3:get*\"], \"Effect\": \"\", \"Resource\": [\"*\"]",
                "\"Principal\":\"*\"|\"Effect\": \"\", \"Principal\": {\"AWS\": [\"*\"]}",
                "\"Principal\":{\"AWS\":\"123456789012\",\"Service\":[\"z.x\",\"a.x\"]}"
                        + "|\"Effect\": \"\", \"Principal\": {\"AWS\": [\"123456789012\"], \"Service\": [\"a.x\", \"z.x\"]}",
                "\"Condition\":{\"Bool\":{\"AWS:SecureTransport\":false}}"
                        + "|\"Effect\": \"\", \"Condition\": {\"Bool\": {\"aws:securetransport\": [\"false\"]}}",
                "\"Condition\":{\"NumericLessThan\":{\"aws:Age\":[3600,\"60\"]}}"
                        + "|\"Effect\": \"\", \"Condition\": {\"NumericLessThan\": {\"aws:age\": [\"3600\", \"60\"]}}",
                "\"Action\":[],\"Sid\":\"\",\"Comment\":\"x\"|\"Effect\": \"\"",
                "\"EFFECT\":\"allow\",\"ACTION\":[1e21,null,true]"
                        + "|\"Action\": [\"1000000000000000000000\", \"<nil>\", \"true\"], \"Effect\": \"allow\"",
                "\"Condition\":{\"StringLike\":{\"A\":\"2\",\"a\":\"1\"}}"
                        + "|\"Effect\": \"\", \"Condition\": {\"StringLike\": {\"a\": [\"1\", \"2\"]}}",
            })
    void bringsEveryMemberOfAStatementIntoItsForm(String members, String canonical) {
        assertThat(canonical("{\"Version\":\"v\",\"Statement\":{" + members + "}}"))
                .isEqualTo("{\"Version\": \"v\", \"Statement\": [{" + canonical + "}]}");
    }

    @Test
    void keepsVersionAndStatementEvenWhereTheyAreMissing() {
        assertThat(canonical("{\"Version\":\"2012-10-17\"}"))
                .isEqualTo("{\"Version\": \"2012-10-17\", \"Statement\": null}");
        assertThat(canonical("{\"Id\":\"\",\"statement\":[]}")).isEqualTo("{\"Version\": \"\", \"Statement\": []}");
    }

    @Test
    void sortsByCodePointAndNotByUtf16Unit() {
        assertThat(canonical("{\"Statement\":{\"Resource\":[\"\ud83d\ude00\",\"\uff5e\"]}}"))
                .contains("[\"\uff5e\", \"\ud83d\ude00\"]");
    }

    @Test
    void givesNothingForAnEmptyText() {
        assertThat(CanonicalPolicy.of("")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"Statement\":\"x\"}",
                "{\"Statement\":{\"Action\":null}}",
                "{\"Statement\":{\"Principal\":[\"*\"]}}",
                "{\"Statement\":{\"Condition\":{\"Bool\":\"x\"}}}",
                "[]",
                "{\"Statement\":",
            })
    void refusesWhatIsNoPolicy(String document) {
        assertThatThrownBy(() -> canonical(document)).isInstanceOf(MalformedPolicyException.class);
    }

    private static String canonical(String document) {
        return String.valueOf(CanonicalPolicy.of(URLEncoder.encode(document, StandardCharsets.UTF_8)));
    }
}
