// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.aws;

import dev.gatewaybackends.backend.BackendType;
import dev.gatewaybackends.backend.ValidationContext;
import dev.gatewaybackends.diagnostics.Reason;
import dev.gatewaybackends.settings.Setting;
import dev.gatewaybackends.spi.BackendPlugin;
import dev.gatewaybackends.spi.BackendTranslation;
import dev.gatewaybackends.spi.TranslationContext;
import java.util.List;

/** Translates {@code spec.aws}. */
public final class AwsPlugin implements BackendPlugin<AwsBackend> {
    private static final BackendType<AwsBackend> TYPE = BackendType.of("aws", AwsBackend.class, "AWS");

    /** Creates the plugin without a list of instances; called by the service loader. */
    public AwsPlugin() {}

    @Override
    public BackendType<AwsBackend> type() {
        return TYPE;
    }

    @Override
    public List<Setting<?>> settings() {
        return AwsSettings.all();
    }

    @Override
    public boolean requiresHttp(AwsBackend source) {
        return source.lambda() != null;
    }

    @Override
    public void validate(AwsBackend source, ValidationContext context) {
        AwsLambda lambda = source.lambda();
        if ((lambda == null) == (source.ec2() == null)) {
            context.error(context.path(), Reason.INVALID, AwsRules.LambdaOrEc2.MESSAGE);
        } else if (lambda != null) {
            LambdaTranslator.validate(source, lambda, context);
        }
    }

    @Override
    public BackendTranslation translate(AwsBackend source, TranslationContext context) {
        AwsLambda lambda = source.lambda();
        if (lambda != null) {
            return LambdaTranslator.translate(source, lambda, context);
        }
        context.error(context.path(), Reason.INVALID, AwsRules.LambdaOrEc2.MESSAGE);
        return BackendTranslation.rejected();
    }
}
