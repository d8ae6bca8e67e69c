// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.envoyrules;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Duration;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.TextFormat;
import com.google.protobuf.UnknownFieldSet;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.core.v3.Address;
import io.envoyproxy.envoy.extensions.common.aws.v3.AwsCredentialProvider;
import io.envoyproxy.envoy.extensions.filters.http.aws_request_signing.v3.AwsRequestSigning;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvoyDescriptorsTest {
    private static final String AWS = "envoy.extensions.common.aws.v3.";
    private static final String ROLE = "arn:aws:iam::111122223333:role/example";

    private final EnvoyDescriptors descriptors = EnvoyDescriptors.create();

    /** Returns signing with a provider that the jar does not know, as {@code core} writes it for the oldest jar. */
    static AwsRequestSigning assumingRole(String arn) {
        UnknownFieldSet.Builder provider = UnknownFieldSet.newBuilder();
        provider.mergeField(1, text(arn));
        return AwsRequestSigning.newBuilder()
                .setServiceName("lambda")
                .setRegion("us-east-1")
                .setCredentialProvider(AwsCredentialProvider.newBuilder()
                        .setCustomCredentialProviderChain(true)
                        .setUnknownFields(UnknownFieldSet.newBuilder()
                                .mergeField(10, bytes(provider.build().toByteString()))
                                .build()))
                .build();
    }

    private static UnknownFieldSet.Field text(String value) {
        return bytes(ByteString.copyFromUtf8(value));
    }

    private static UnknownFieldSet.Field bytes(ByteString value) {
        return UnknownFieldSet.Field.newBuilder().addLengthDelimited(value).build();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "envoy.config.cluster.v3.Cluster",
                "envoy.config.cluster.v3.Cluster.CommonLbConfig.ZoneAwareLbConfig",
                "envoy.extensions.clusters.dns.v3.DnsCluster",
                "envoy.extensions.filters.http.aws_request_signing.v3.AwsRequestSigning.QueryString",
                "xds.type.v3.TypedStruct",
                "xds.type.matcher.v3.Matcher.MatcherList",
                "udpa.type.v1.TypedStruct",
                "google.protobuf.Struct",
                "google.protobuf.StringValue",
                "google.protobuf.Any"
            })
    void find_typeOfTheJars_isFoundByNameAndTypeUrl(String name) {
        Descriptor found = descriptors.find(name);

        assertThat(found).isNotNull().extracting(Descriptor::getFullName).isEqualTo(name);
        assertThat(descriptors.find("type.googleapis.com/" + name)).isSameAs(found);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                ".",
                "envoy",
                "envoy.",
                "envoy..Cluster",
                "envoy.config.cluster.v3",
                "envoy.config.cluster.v3.NoSuchCluster",
                "envoy.config.cluster.v3.cluster",
                "envoy.config.cluster.v3.ClusterProto",
                "envoy.config.cluster.v3.ClusterOrBuilder",
                "envoy.config.cluster.v3.Cluster.Builder",
                "envoy.config.cluster.v3.Cluster.DiscoveryType",
                "envoy.config.cluster.v3.Cluster$CommonLbConfig",
                "envoy.config.cluster.v3.Cl\u00fcster",
                "envoy/config/cluster/v3/Cluster",
                "google.protobuf.Message",
                "google.protobuf.AbstractMessage",
                "google.protobuf.DynamicMessage",
                "google.protobuf.Descriptors",
                "java.lang.String",
                "dev.gatewaybackends.envoyrules.EnvoyDescriptors",
                "io.envoyproxy.envoy.config.cluster.v3.Cluster",
                "example.vendor.v1.Unknown"
            })
    void find_anythingElse_isNull(String name) {
        assertThat(descriptors.find(name)).isNull();
    }

    @Test
    void find_addedType_isFound() {
        Descriptor own = TestProtos.withField("type: TYPE_STRING", "");

        assertThat(EnvoyDescriptors.builder().add(own).build().find("x/test.M")).isSameAs(own);
        assertThat(descriptors.find("test.M")).isNull();
    }

    @Test
    void overlay_untouchedType_isTheJarsOwn() {
        assertThat(descriptors.overlay(Address.getDescriptor())).isSameAs(Address.getDescriptor());
        assertThat(descriptors.find("google.protobuf.Duration")).isSameAs(Duration.getDescriptor());
    }

    @Test
    void overlay_assumeRole_isThereWithItsRules() {
        Descriptor provider = descriptors.find(AWS + "AwsCredentialProvider");
        Descriptor role = provider.findFieldByNumber(10).getMessageType();

        assertThat(provider.findFieldByNumber(10).getName()).isEqualTo("assume_role_credential_provider");
        assertThat(role.getFullName()).isEqualTo(AWS + "AssumeRoleCredentialProvider");
        assertThat(role.findFieldByName("credential_provider").getMessageType()).isSameAs(provider);
        assertThat(descriptors
                        .overlay(AwsRequestSigning.getDescriptor())
                        .findFieldByName("credential_provider")
                        .getMessageType())
                .isSameAs(provider);
    }

    @Test
    void overlay_clusterRetryPolicyAndErrorMatcher_areThereWithTheirRules() {
        Descriptor options = descriptors.find("envoy.extensions.upstreams.http.v3.HttpProtocolOptions");

        assertThat(options.findFieldByNumber(11).getName()).isEqualTo("retry_policy");
        assertThat(options.findFieldByNumber(11).getMessageType().getFullName())
                .isEqualTo("envoy.config.route.v3.RetryPolicy");
        Descriptor detection = options.findFieldByNumber(8).getMessageType();
        assertThat(options.findFieldByNumber(8).getName()).isEqualTo("outlier_detection");
        assertThat(EnvoyRules.of(descriptors).check(detection, ByteString.EMPTY).toString())
                .contains("error_matcher");
    }

    @Test
    void overlay_filterChainAndCredentialPrefix_areThere() {
        Descriptor action = descriptors.find("envoy.extensions.filters.http.composite.v3.ExecuteFilterAction");
        Descriptor generic = descriptors.find("envoy.extensions.http.injected_credentials.generic.v3.Generic");

        assertThat(action.findFieldByNumber(4).getName()).isEqualTo("filter_chain");
        assertThat(action.findFieldByNumber(4)
                        .getMessageType()
                        .findFieldByNumber(1)
                        .isRepeated())
                .isTrue();
        assertThat(generic.findFieldByNumber(3).getName()).isEqualTo("header_value_prefix");
    }

    @Test
    void overlay_endpointInAnyMessage_hasItsNewerName() {
        Descriptor endpoint = descriptors.find("envoy.config.endpoint.v3.Endpoint");

        assertThat(endpoint.findFieldByNumber(5).getName()).isEqualTo("observability_name");
        assertThat(descriptors
                        .overlay(Cluster.getDescriptor())
                        .findFieldByName("load_assignment")
                        .getMessageType()
                        .findFieldByName("endpoints")
                        .getMessageType()
                        .findFieldByName("lb_endpoints")
                        .getMessageType()
                        .findFieldByName("endpoint")
                        .getMessageType())
                .isSameAs(endpoint);
    }

    @Test
    void find_transformFilter_isThereWithItsRules() {
        Descriptor config = descriptors.find("envoy.extensions.filters.http.transform.v3.TransformConfig");
        Descriptor body = descriptors.find("envoy.extensions.filters.http.transform.v3.BodyTransformation");

        assertThat(config.findFieldByName("request_transformation")
                        .getMessageType()
                        .findFieldByName("body_transformation")
                        .getMessageType())
                .isSameAs(body);
        assertThat(body.findFieldByName("action")
                        .getEnumType()
                        .findValueByName("REPLACE")
                        .getNumber())
                .isEqualTo(1);
        assertThat(EnvoyRules.of(descriptors).check(body, ByteString.EMPTY).toString())
                .contains("body_format");
        assertThat(descriptors.find("envoy.extensions.filters.http.transform.v3.Nothing"))
                .isNull();
    }

    @Test
    void standIn_unknownType_hasItsNameAndOneFieldOfBytes() {
        Descriptor standIn = descriptors.standIn("type.googleapis.com/example.vendor.v1.Filter");

        assertThat(standIn).isNotNull().isSameAs(descriptors.standIn("example.vendor.v1.Filter"));
        assertThat(standIn.getFullName()).isEqualTo("example.vendor.v1.Filter");
        assertThat(standIn.getFields()).singleElement().hasToString("example.vendor.v1.Filter.value");
        assertThat(descriptors.standIn("no name")).isNull();
        assertThat(descriptors.standIn("")).isNull();
    }

    @Test
    void overlay_onAnOverlay_changesNothing() {
        Descriptor provider = descriptors.find(AWS + "AwsCredentialProvider");

        assertThat(descriptors.overlay(provider)).isSameAs(provider);
    }

    @Test
    void overlay_fieldTheClassPathKnows_isNotPatched() throws Exception {
        FileDescriptor newer = descriptors.find(AWS + "AwsCredentialProvider").getFile();

        assertThat(new DescriptorPatches().concern(newer)).isFalse();
        assertThat(new DescriptorPatches()
                        .concern(AwsCredentialProvider.getDescriptor().getFile()))
                .isEqualTo(AwsCredentialProvider.getDescriptor().findFieldByNumber(10) == null);
    }

    @Test
    void toDynamic_newerField_hasItsNameAndTheBytesStay() {
        AwsRequestSigning signing = assumingRole(ROLE);

        DynamicMessage dynamic = descriptors.toDynamic(signing);

        assertThat(TextFormat.printer().printToString(dynamic))
                .contains("assume_role_credential_provider {", "role_arn: \"" + ROLE + "\"");
        assertThat(dynamic.toByteString()).isEqualTo(signing.toByteString());
        assertThat(dynamic.getUnknownFields().asMap()).isEmpty();
    }

    @Test
    void toDynamic_dynamicMessage_isReadOnItsOwnType() {
        Descriptor own = TestProtos.withField("type: TYPE_STRING", "");
        DynamicMessage message = TestProtos.message(own, "f: 'x'");

        assertThat(descriptors.toDynamic(message)).isEqualTo(message);
    }

    @Test
    void find_fromManyThreads_givesOneTypeToAll() throws InterruptedException, ExecutionException {
        EnvoyDescriptors shared = EnvoyDescriptors.create();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<Descriptor>> found = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                found.add(threads.submit(() -> shared.find(AWS + "AwsCredentialProvider")));
            }
            for (Future<Descriptor> descriptor : found) {
                assertThat(descriptor.get()).isSameAs(shared.find(AWS + "AwsCredentialProvider"));
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
