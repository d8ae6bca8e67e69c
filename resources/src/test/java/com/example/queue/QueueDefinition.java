// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package com.example.queue;

import dev.gatewaybackends.backend.BackendDefinition;
import dev.gatewaybackends.backend.BackendType;
import dev.gatewaybackends.backend.ValidationContext;
import dev.gatewaybackends.diagnostics.Reason;
import dev.gatewaybackends.settings.Setting;
import java.util.List;

/** What reading and validation know of {@link QueueBackend}: a setting and semantic rules. */
public class QueueDefinition implements BackendDefinition<QueueBackend> {
    public static final BackendType<QueueBackend> TYPE = BackendType.of("queue", QueueBackend.class, "Queue");
    public static final Setting<Boolean> UPGRADE = Setting.of("queue.upgrade", true)
            .kgateway(version -> false)
            .describedAs("Whether routes allow the upgrade.");

    @Override
    public BackendType<QueueBackend> type() {
        return TYPE;
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(UPGRADE);
    }

    @Override
    public String portOrigin(QueueBackend source) {
        return "defines its own port, " + source.port();
    }

    @Override
    public boolean requiresHttp(QueueBackend source) {
        return source.broker().startsWith("http-only");
    }

    @Override
    public void validate(QueueBackend source, ValidationContext context) {
        if (source.broker().endsWith(".invalid")) {
            context.error(context.path().field("broker"), Reason.of("BrokerUnknown"), "no broker has such a name");
        }
        if (source.broker().startsWith("explode-early")) {
            throw new IllegalStateException("hunter2");
        }
    }
}
