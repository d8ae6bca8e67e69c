// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.aws.discovery;

import dev.gatewaybackends.plugins.aws.signing.AwsKeys;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/** What the listers of all scopes share: the HTTP client, the ambient credentials, and how clients are made. */
final class SdkListers implements ScopeLister.Factory {
    private static final String SESSION_NAME = "gateway-backends";

    private final AwsEndpoints endpoints;
    private final AwsCredentialsProvider ambient;
    /** Null if the ambient credentials are not ours to close. */
    private final @Nullable SdkAutoCloseable ownAmbient;

    private final JdkHttpClient http = new JdkHttpClient();

    SdkListers(AwsEndpoints endpoints, @Nullable AwsCredentialsProvider ambient) {
        this.endpoints = endpoints;
        if (ambient == null) {
            DefaultCredentialsProvider own =
                    DefaultCredentialsProvider.builder().build();
            this.ambient = own;
            this.ownAmbient = own;
        } else {
            this.ambient = ambient;
            this.ownAmbient = null;
        }
    }

    @Override
    public ScopeLister create(Target target) {
        return new SdkLister(target, this);
    }

    /** Makes the clients of a target, which takes a while the first time; does not call AWS. */
    Clients open(Target target, SeenCredentials seen) {
        String region = target.scope().region();
        String roleArn = target.scope().roleArn();
        AwsKeys keys = target.keys();
        List<SdkAutoCloseable> parts = new ArrayList<>(3);
        AwsCredentialsProvider credentials = keys == null ? ambient : StaticCredentialsProvider.create(of(keys));
        if (roleArn != null) {
            StsClient sts = configured(StsClient.builder().httpClient(http), StsClient.SERVICE_NAME, region)
                    .credentialsProvider(seen.watch(ambient))
                    .build();
            StsAssumeRoleCredentialsProvider role = StsAssumeRoleCredentialsProvider.builder()
                    .stsClient(sts)
                    .refreshRequest(request -> request.roleArn(roleArn).roleSessionName(SESSION_NAME))
                    .build();
            parts.add(role);
            parts.add(sts);
            credentials = role;
        }
        Ec2Client ec2 = configured(Ec2Client.builder().httpClient(http), Ec2Client.SERVICE_NAME, region)
                .credentialsProvider(seen.watch(credentials))
                .build();
        parts.add(0, ec2);
        return new Clients(ec2, parts);
    }

    private <B extends AwsClientBuilder<B, ?>> B configured(B builder, String service, String region) {
        return builder.region(Region.of(region))
                .endpointOverride(endpoints.endpoint(service, region))
                .overrideConfiguration(configuration -> configuration.retryStrategy(RetryMode.STANDARD));
    }

    private static AwsCredentials of(AwsKeys keys) {
        return keys.sessionToken().isEmpty()
                ? AwsBasicCredentials.create(keys.accessKey(), keys.secretKey())
                : AwsSessionCredentials.create(keys.accessKey(), keys.secretKey(), keys.sessionToken());
    }

    @Override
    public void close() {
        http.close();
        if (ownAmbient != null) {
            ownAmbient.close();
        }
    }

    /** The clients of one target, which are closed together. */
    record Clients(Ec2Client ec2, List<SdkAutoCloseable> parts) {
        void close() {
            parts.forEach(SdkAutoCloseable::close);
        }
    }
}
