package io.openalpha.run;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Which part of a run this process takes, {@code openalpha.shard.*}.
 *
 * @param index from 0; in an Indexed Job of Kubernetes the index of the pod
 * @param count into how many parts every run is divided; 1 for not at all
 */
@Validated
@ExistingShard
@ConfigurationProperties("openalpha.shard")
public record ShardProperties(
        @DefaultValue("0") @Min(0) int index,
        @DefaultValue("1") @Min(1) int count) {

    /** The part as such. */
    public Shard shard() {
        return new Shard(index, count);
    }
}
