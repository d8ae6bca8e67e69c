// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.aws;

import dev.gatewaybackends.backend.BackendType;
import dev.gatewaybackends.backend.ValidationContext;
import dev.gatewaybackends.diagnostics.Reason;
import dev.gatewaybackends.plugins.aws.ec2.AwsEc2;
import dev.gatewaybackends.plugins.aws.ec2.Ec2Instances;
import dev.gatewaybackends.plugins.aws.ec2.Ec2Selection;
import dev.gatewaybackends.settings.Setting;
import dev.gatewaybackends.settings.TranslationSettings;
import dev.gatewaybackends.spi.BackendPlugin;
import dev.gatewaybackends.spi.BackendTranslation;
import dev.gatewaybackends.spi.TranslationContext;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Translates {@code spec.aws}. */
public final class AwsPlugin implements BackendPlugin<AwsBackend> {
    private static final BackendType<AwsBackend> TYPE = BackendType.of("aws", AwsBackend.class, "AWS");

    private final Ec2Translator ec2Translator;

    /** Creates the plugin without instances of EC2; called by the service loader. */
    public AwsPlugin() {
        this(Ec2Instances.NONE);
    }

    /** Creates the plugin with what it takes the instances of EC2 from; it is given to a registry by hand. */
    public AwsPlugin(Ec2Instances instances) {
        this.ec2Translator = new Ec2Translator(Objects.requireNonNull(instances, "instances"));
    }

    /** Returns what an EC2 Backend selects with given settings; null for a Backend of Lambda. */
    public static @Nullable Ec2Selection selection(AwsBackend source, TranslationSettings settings) {
        AwsEc2 ec2 = source.ec2();
        return ec2 == null ? null : Ec2Translator.selection(source, ec2, settings);
    }

    @Override
    public BackendType<AwsBackend> type() {
        return TYPE;
    }

    @Override
    public List<Setting<?>> settings() {
        return AwsSettings.all();
    }

    @Override
    public String portOrigin(AwsBackend source) {
        AwsEc2 ec2 = source.ec2();
        return ec2 == null ? "takes the port from the endpoint of its function" : OWN_PORT + ", " + ec2.port();
    }

    @Override
    public boolean requiresHttp(AwsBackend source) {
        return source.lambda() != null;
    }

    @Override
    public void validate(AwsBackend source, ValidationContext context) {
        AwsLambda lambda = source.lambda();
        AwsEc2 ec2 = source.ec2();
        if ((lambda == null) == (ec2 == null)) {
            context.error(context.path(), Reason.INVALID, AwsRules.LambdaOrEc2.MESSAGE);
        } else if (lambda != null) {
            LambdaTranslator.validate(source, lambda, context);
        } else if (ec2 != null) {
            Ec2Translator.validate(source, ec2, context);
        }
    }

    @Override
    public BackendTranslation translate(AwsBackend source, TranslationContext context) {
        AwsLambda lambda = source.lambda();
        if (lambda != null) {
            return LambdaTranslator.translate(source, lambda, context);
        }
        AwsEc2 ec2 = source.ec2();
        if (ec2 != null) {
            return ec2Translator.translate(source, ec2, context);
        }
        context.error(context.path(), Reason.INVALID, AwsRules.LambdaOrEc2.MESSAGE);
        return BackendTranslation.rejected();
    }
}
