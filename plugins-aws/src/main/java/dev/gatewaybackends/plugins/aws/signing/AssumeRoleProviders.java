// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.aws.signing;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import com.google.protobuf.UnknownFieldSet;
import io.envoyproxy.envoy.extensions.common.aws.v3.AwsCredentialProvider;
import java.util.Objects;

/**
 * The credential provider that assumes a role, which is newer than the oldest supported Envoy jar.
 *
 * <p>A jar that knows the field gets it typed, an older one as an unknown field: the bytes are the same.
 */
final class AssumeRoleProviders {
    private static final String FIELD = "assume_role_credential_provider";
    private static final int FIELD_NUMBER = 10;
    private static final String ROLE_ARN = "role_arn";
    private static final int ROLE_ARN_NUMBER = 1;

    private AssumeRoleProviders() {}

    static AwsCredentialProvider.Builder of(String roleArn) {
        AwsCredentialProvider.Builder provider = AwsCredentialProvider.newBuilder();
        FieldDescriptor field = AwsCredentialProvider.getDescriptor().findFieldByName(FIELD);
        if (field == null) {
            UnknownFieldSet role = UnknownFieldSet.newBuilder()
                    .addField(ROLE_ARN_NUMBER, lengthDelimited(ByteString.copyFromUtf8(roleArn)))
                    .build();
            return provider.setUnknownFields(UnknownFieldSet.newBuilder()
                    .addField(FIELD_NUMBER, lengthDelimited(role.toByteString()))
                    .build());
        }
        Message.Builder role = provider.newBuilderForField(field);
        role.setField(Objects.requireNonNull(field.getMessageType().findFieldByName(ROLE_ARN), ROLE_ARN), roleArn);
        return provider.setField(field, role.build());
    }

    private static UnknownFieldSet.Field lengthDelimited(ByteString bytes) {
        return UnknownFieldSet.Field.newBuilder().addLengthDelimited(bytes).build();
    }
}
