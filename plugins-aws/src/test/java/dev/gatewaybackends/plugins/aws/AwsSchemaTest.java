// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewaybackends.backend.Backend;
import dev.gatewaybackends.diagnostics.Diagnostic;
import dev.gatewaybackends.plugins.aws.ec2.AwsEc2;
import dev.gatewaybackends.plugins.aws.ec2.Ec2AddressType;
import dev.gatewaybackends.read.ResourceSet;
import dev.gatewaybackends.schema.KgatewayVersion;
import dev.gatewaybackends.validate.CrdVerdicts;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the API server says about {@code spec.aws} under the CRD of each version. */
class AwsSchemaTest {
    private static final String ACCOUNT = "accountId: \"123456789012\"";
    private static final String ONE_OF =
            "spec.aws: Invalid value: exactly one of the fields in [lambda ec2] must be set";
    private static final String NO_ACCOUNT =
            "spec.aws: Invalid value: accountId must be specified on aws or aws.lambda for lambda backends";

    @ParameterizedTest
    @EnumSource(KgatewayVersion.class)
    void lambda_smallest_isAcceptedWithTheDefaultsInEveryVersion(KgatewayVersion version) {
        String yaml = "{" + ACCOUNT + ", lambda: {functionName: f}}";

        assertThat(errors(yaml, version)).isEmpty();
        AwsBackend source = source(yaml, version);
        assertThat(source).isEqualTo(AwsBackend.lambda("us-east-1", "123456789012", AwsLambda.of("f")));
        assertThat(source.lambda().qualifier()).isEqualTo("$LATEST");
        assertThat(source.lambda().invocationMode()).isEqualTo(InvocationMode.SYNC);
        assertThat(source.lambda().payloadTransformMode()).isEqualTo(PayloadTransformMode.ENVOY);
    }

    @Test
    void ec2_empty_isAcceptedWithTheDefaults() {
        assertThat(errors("{ec2: {}}", KgatewayVersion.MAIN)).isEmpty();
        assertThat(source("{ec2: {}}", KgatewayVersion.MAIN).ec2())
                .isEqualTo(new AwsEc2(80, Ec2AddressType.PRIVATE_IP, List.of()));
    }

    @Test
    void fields_newerThanTheVersion_areUnknown() {
        String yaml = "{" + ACCOUNT + ", ec2: {}, auth: {type: Secret, secretRef: {name: s}, assumeRole: {}}, "
                + "lambda: {functionName: f, " + ACCOUNT + ", payloadTransformMode: None}}";

        assertThat(unknown(yaml, KgatewayVersion.V2_0))
                .containsExactlyInAnyOrder(
                        "spec.aws.ec2",
                        "spec.aws.auth.assumeRole",
                        "spec.aws.lambda.accountId",
                        "spec.aws.lambda.payloadTransformMode");
        for (KgatewayVersion version : List.of(KgatewayVersion.V2_1, KgatewayVersion.V2_2, KgatewayVersion.V2_3)) {
            assertThat(unknown(yaml, version))
                    .as("in %s", version)
                    .containsExactlyInAnyOrder("spec.aws.ec2", "spec.aws.auth.assumeRole", "spec.aws.lambda.accountId");
        }
        assertThat(unknown(yaml, KgatewayVersion.V2_4)).isEmpty();
        assertThat(unknown(yaml, KgatewayVersion.MAIN)).isEmpty();
    }

    @Test
    void lambda_absent_isRequiredFrom21To23() {
        String yaml = "{" + ACCOUNT + "}";

        assertThat(errors(yaml, KgatewayVersion.V2_0)).isEmpty();
        for (KgatewayVersion version : List.of(KgatewayVersion.V2_1, KgatewayVersion.V2_2, KgatewayVersion.V2_3)) {
            assertThat(errors(yaml, version)).as("in %s", version).containsExactly("spec.aws.lambda: Required value");
        }
        assertThat(errors(yaml, KgatewayVersion.V2_4)).containsExactly(ONE_OF);
        assertThat(errors(yaml, KgatewayVersion.MAIN)).containsExactly(ONE_OF);
    }

    @Test
    void lambdaAndEc2_both_areTooManyFrom24On() {
        String yaml = "{" + ACCOUNT + ", lambda: {functionName: f}, ec2: {}}";

        assertThat(errors(yaml, KgatewayVersion.V2_3)).isEmpty();
        assertThat(errors(yaml, KgatewayVersion.V2_4)).containsExactly(ONE_OF);
        assertThat(errors(yaml, KgatewayVersion.MAIN)).containsExactly(ONE_OF);
    }

    @Test
    void accountId_absent_isRequiredBefore24AndMayBeTheFunctionsLater() {
        for (KgatewayVersion version : KgatewayVersion.values()) {
            assertThat(errors("{lambda: {functionName: f}}", version))
                    .as("in %s", version)
                    .containsExactly(
                            version.isAtLeast(KgatewayVersion.V2_4)
                                    ? NO_ACCOUNT
                                    : "spec.aws.accountId: Required value");
        }
        assertThat(errors("{lambda: {functionName: f, " + ACCOUNT + "}}", KgatewayVersion.MAIN))
                .isEmpty();
    }

    @Test
    void secretRef_andItsType_goTogether() {
        assertThat(errors(withAuth("{type: Secret, secretRef: {name: s}}"), KgatewayVersion.MAIN))
                .isEmpty();
        assertThat(errors(withAuth("{type: Secret, secretRef: {}}"), KgatewayVersion.MAIN))
                .isEmpty();
        assertThat(errors(withAuth("{type: Secret}"), KgatewayVersion.MAIN))
                .containsExactly("spec.aws.auth: Invalid value: secretRef must be specified when type is 'Secret'");
        assertThat(errors(
                        withAuth("{type: AssumeRole, assumeRole: {roleArn: 'arn:aws:iam::123456789012:role/r'}, "
                                + "secretRef: {name: s}}"),
                        KgatewayVersion.MAIN))
                .containsExactly("spec.aws.auth: Invalid value: secretRef must be nil if the type is not 'Secret'");
    }

    @Test
    void assumeRole_andItsType_goTogether() {
        assertThat(errors(
                        withAuth("{type: AssumeRole, assumeRole: {roleArn: 'arn:aws:iam::123456789012:role/r'}}"),
                        KgatewayVersion.MAIN))
                .isEmpty();
        assertThat(errors(withAuth("{type: AssumeRole}"), KgatewayVersion.MAIN))
                .containsExactly(
                        "spec.aws.auth: Invalid value: assumeRole must be specified when type is 'AssumeRole'");
        assertThat(errors(
                        withAuth("{type: Secret, secretRef: {name: s}, assumeRole: {roleArn: "
                                + "'arn:aws:iam::123456789012:role/r'}}"),
                        KgatewayVersion.MAIN))
                .containsExactly(
                        "spec.aws.auth: Invalid value: assumeRole must be nil if the type is not 'AssumeRole'");
    }

    @Test
    void authType_assumeRole_isSupportedFrom24On() {
        String yaml = withAuth("{type: AssumeRole, assumeRole: {roleArn: 'arn:aws:iam::123456789012:role/r'}}");

        assertThat(errors(yaml, KgatewayVersion.V2_3))
                .containsExactly("spec.aws.auth.type: Unsupported value: \"AssumeRole\": supported values: \"Secret\"");
        assertThat(errors(yaml, KgatewayVersion.V2_4)).isEmpty();
    }

    @Test
    void authType_absent_isRequired() {
        assertThat(errors(withAuth("{}"), KgatewayVersion.MAIN)).containsExactly("spec.aws.auth.type: Required value");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arn:aws:iam::123456789012:role/r",
                "arn:aws-us-gov:iam::123456789012:role/path/to/r",
                "arn:aws-cn:iam::123456789012:role/r x"
            })
    void roleArn_ofARole_isAccepted(String arn) {
        assertThat(errors(withAuth("{type: AssumeRole, assumeRole: {roleArn: '" + arn + "'}}"), KgatewayVersion.MAIN))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arn:aws:iam::123456789012:user/u",
                "arn:aws:iam::12345678901:role/r",
                "arn:aws:iam::123456789012:role/",
                "arn:gcp:iam::123456789012:role/r"
            })
    void roleArn_ofSomethingElse_isInvalid(String arn) {
        assertThat(errors(withAuth("{type: AssumeRole, assumeRole: {roleArn: '" + arn + "'}}"), KgatewayVersion.MAIN))
                .containsExactly("spec.aws.auth.assumeRole.roleArn: Invalid value: \"" + arn
                        + "\": spec.aws.auth.assumeRole.roleArn in body should match "
                        + "'^arn:aws[a-z-]*:iam::[0-9]{12}:role/.+$'");
    }

    @ParameterizedTest
    @CsvSource({
        "functionName, a_b-C9, a.b, '^[A-Za-z0-9-_]{1,140}$'",
        "qualifier, $LATEST, $latest, '^(\\$LATEST|[0-9]+|[A-Za-z0-9-_]{1,128})$'",
        "qualifier, 12, v 1, '^(\\$LATEST|[0-9]+|[A-Za-z0-9-_]{1,128})$'",
        "accountId, 123456789012, 12345678901, '^[0-9]{12}$'",
        "endpointURL, http://h:1/?a=b#c, ftp://h, '^https?://[-a-zA-Z0-9@:%.+~#?&/=]+$'",
        "endpointURL, https://h, 'http://[::1]:80', '^https?://[-a-zA-Z0-9@:%.+~#?&/=]+$'"
    })
    void lambdaField_byItsPattern_isAcceptedOrInvalid(String field, String good, String bad, String pattern) {
        assertThat(errors(lambda(field, good), KgatewayVersion.MAIN)).isEmpty();
        assertThat(errors(lambda(field, bad), KgatewayVersion.MAIN))
                .containsExactly("spec.aws.lambda." + field + ": Invalid value: \"" + bad + "\": spec.aws.lambda."
                        + field + " in body should match '" + pattern + "'");
    }

    private static String lambda(String field, String value) {
        return "{" + ACCOUNT + ", lambda: {" + (field.equals("functionName") ? "" : "functionName: f, ") + field
                + ": \"" + value + "\"}}";
    }

    @ParameterizedTest
    @CsvSource({"invocationMode, sync, '\"Sync\", \"Async\"'", "payloadTransformMode, envoy, '\"None\", \"Envoy\"'"})
    void lambdaField_otherLiteral_isNotSupported(String field, String literal, String supported) {
        assertThat(errors(lambda(field, literal), KgatewayVersion.MAIN))
                .containsExactly("spec.aws.lambda." + field + ": Unsupported value: \"" + literal
                        + "\": supported values: " + supported);
    }

    @ParameterizedTest
    @ValueSource(strings = {"us-east-1", "-", "a"})
    void region_lowerCase_isAccepted(String region) {
        assertThat(errors("{region: '" + region + "', ec2: {}}", KgatewayVersion.MAIN))
                .isEmpty();
    }

    @Test
    void region_emptyOrUpperCase_isInvalid() {
        assertThat(errors("{region: '', ec2: {}}", KgatewayVersion.MAIN)).hasSize(2);
        assertThat(errors("{region: US, ec2: {}}", KgatewayVersion.MAIN))
                .containsExactly("spec.aws.region: Invalid value: \"US\": spec.aws.region in body should match "
                        + "'^[a-z0-9-]+$'");
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 70_000, Integer.MAX_VALUE})
    void ec2Port_outOfRange_isAcceptedByTheSchema(int port) {
        assertThat(errors("{ec2: {port: " + port + "}}", KgatewayVersion.MAIN)).isEmpty();
    }

    @Test
    void ec2Filter_ofExactlyOneForm_isAccepted() {
        assertThat(errors("{ec2: {filters: [{key: a}, {keyValue: {key: a, value: b}}]}}", KgatewayVersion.MAIN))
                .isEmpty();
    }

    @Test
    void ec2Filter_ofNoneOrBothForms_isInvalid() {
        assertThat(errors("{ec2: {filters: [{}, {key: a, keyValue: {key: a, value: b}}]}}", KgatewayVersion.MAIN))
                .containsExactly(
                        "spec.aws.ec2.filters[0]: Invalid value: exactly one of the fields in [key keyValue] must be set",
                        "spec.aws.ec2.filters[1]: Invalid value: exactly one of the fields in [key keyValue] must be set");
    }

    @Test
    void ec2Filters_atAndAboveTheLimit_areAcceptedAndTooMany() {
        assertThat(errors("{ec2: {filters: [" + repeat(16) + "]}}", KgatewayVersion.MAIN))
                .isEmpty();
        assertThat(errors("{ec2: {filters: [" + repeat(17) + "]}}", KgatewayVersion.MAIN))
                .containsExactly("spec.aws.ec2.filters: Too many: 17: must have at most 16 items");
    }

    private static String repeat(int count) {
        String[] filters = new String[count];
        Arrays.fill(filters, "{key: a}");
        return String.join(", ", filters);
    }

    @Test
    void ec2Filter_emptyOrLong_isInvalid() {
        assertThat(errors("{ec2: {filters: [{key: ''}]}}", KgatewayVersion.MAIN))
                .containsExactly(
                        "spec.aws.ec2.filters[0].key: Invalid value: \"\": spec.aws.ec2.filters[0].key in body "
                                + "should be at least 1 chars long");
        assertThat(errors("{ec2: {filters: [{keyValue: {key: a}}]}}", KgatewayVersion.MAIN))
                .containsExactly("spec.aws.ec2.filters[0].keyValue.value: Required value");
        assertThat(errors("{ec2: {filters: [{key: '" + "k".repeat(129) + "'}]}}", KgatewayVersion.MAIN))
                .containsExactly("spec.aws.ec2.filters[0].key: Too long: may not be more than 128 bytes");
    }

    private static String withAuth(String auth) {
        return "{" + ACCOUNT + ", lambda: {functionName: f}, auth: " + auth + "}";
    }

    private static List<String> unknown(String aws, KgatewayVersion version) {
        return read(aws, version).diagnostics().warnings().stream()
                .map(Diagnostic::path)
                .map(Object::toString)
                .toList();
    }

    private static AwsBackend source(String aws, KgatewayVersion version) {
        return (AwsBackend) read(aws, version).all(Backend.class).get(0).spec().source();
    }

    private static List<String> errors(String aws, KgatewayVersion version) {
        return CrdVerdicts.errors(read(aws, version), version);
    }

    private static ResourceSet read(String aws, KgatewayVersion version) {
        return CrdVerdicts.read("""
                        apiVersion: gateway.kgateway.dev/v1alpha1
                        kind: Backend
                        metadata:
                          name: aws
                          namespace: shop
                        spec:
                          type: AWS
                          aws: %s
                        """.formatted(aws), version);
    }
}
