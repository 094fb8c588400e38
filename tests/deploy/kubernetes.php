<?php
// Kubernetes: the pods of keap.yaml, in namespaces.

/** The secret's mount as the kubelet makes it: symbolic links into a dated folder. subPath mounts the file that they lead to. */
$secretVolume = static function (Place $place, array $files, int $mode): string {
    $folder = $place->folder('kubelet');
    mkdir("$folder/..2026");
    symlink('..2026', "$folder/..data");
    foreach ($files as $name => $content) {
        file_put_contents("$folder/..2026/$name", $content);
        chmod("$folder/..2026/$name", $mode);
        chgrp("$folder/..2026/$name", 33);
        symlink("..data/$name", "$folder/$name");
    }
    return $folder;
};

/** @return array{Deployment: array, CronJob: array, PersistentVolumeClaim: array} the specs of the pods and of the claim */
$specs = static function (Place $place): array {
    $kinds = array_column(yaml(block($place->blocks, 'keap.yaml', 'yaml')), 'spec', 'kind');
    $kinds['Deployment']['pod'] = $kinds['Deployment']['template']['spec'];
    $kinds['CronJob']['pod'] = $kinds['CronJob']['jobTemplate']['spec']['template']['spec'];
    return $kinds;
};

/** Starts the pod's container with its user, group, mounts and rights. */
$start = static function (Place $place, array $pod, Image $image, string $volume) use ($secretVolume): Container {
    [$container] = $pod['containers'];
    $key = $place->folder('key');
    run(['sh', '-c', 'cd "$1" && ' . block($place->blocks, null, 'sh', 'openssl rand -out key'), 'key', $key]);
    // The same key for all pods of this run.
    file_put_contents("$key/key", base64_decode($place->key));
    $ini = preg_replace('~^infusionsoft\.key = .*$~m', 'infusionsoft.key_file = "/run/keap/key"', file_get_contents($place->secret()));
    $volumes = array_column($pod['volumes'], null, 'name');
    same('keap', $volumes['keap']['secret']['secretName'], 'the secret');
    same('keap-store', $volumes['store']['persistentVolumeClaim']['claimName'], 'the claim');
    $secret = $secretVolume($place, ['keap.ini' => $ini, 'key' => file_get_contents("$key/key")], octdec($volumes['keap']['secret']['defaultMode']));
    $mounts = [['ro', $place->keap->caFile, '/run/ca.pem']];
    foreach ($container['volumeMounts'] as $mount) {
        $mounts[] = match ($mount['name']) {
            'store' => ['bind', $volume, $mount['mountPath']],
            'tmp' => ['tmpfs', '', $mount['mountPath']],
            'keap' => ['ro', realpath("$secret/{$mount['subPath']}"), $mount['mountPath']],
        };
    }
    $security = $pod['securityContext'];
    same(['33', '33', '33', 'true'], [$security['runAsUser'], $security['runAsGroup'], $security['fsGroup'], $security['runAsNonRoot']], 'the user');
    $rights = $container['securityContext'];
    same(['false', 'true', ['ALL']], [$rights['allowPrivilegeEscalation'], $rights['readOnlyRootFilesystem'], $rights['capabilities']['drop']], 'the rights');
    $arguments = isset($container['args']) ? [...$image->entrypoint, ...$container['args']] : null;
    return new Container($image, $place->folder('pod'), [
        'user' => "$security[runAsUser]:$security[runAsGroup]", 'mounts' => $mounts, 'readOnly' => true, 'confined' => true,
    ], $arguments === null ? null : $container['args']);
};

return [
    'Kubernetes: one pod, one node, 70 s of grace, and both pods have the same user, mounts and secret' => static function (Place $place) use ($specs): void {
        ['Deployment' => $deployment, 'CronJob' => $job, 'PersistentVolumeClaim' => $claim] = $specs($place);
        same(['1', 'Recreate'], [$deployment['replicas'], $deployment['strategy']['type']], 'replicas');
        same(['ReadWriteOnce'], $claim['accessModes'], 'access modes');
        foreach ([$deployment['pod'], $job['pod']] as $pod) {
            is_true(seconds($pod['terminationGracePeriodSeconds']) > 70, 'the grace');
        }
        same($deployment['pod']['volumes'], $job['pod']['volumes'], 'volumes');
        same($deployment['pod']['securityContext'], $job['pod']['securityContext'], 'users');
        same($deployment['pod']['containers'][0]['volumeMounts'], $job['pod']['containers'][0]['volumeMounts'], 'mounts');
        same(['Forbid', 'Never'], [$job['concurrencyPolicy'], $job['pod']['restartPolicy']], 'the job');
        [$affinity] = $job['pod']['affinity']['podAffinity']['requiredDuringSchedulingIgnoredDuringExecution'];
        same($deployment['template']['metadata']['labels'], $affinity['labelSelector']['matchLabels'], 'the node of the job');
        same((string) $place->images['fpm']->ports[0], $deployment['pod']['containers'][0]['ports'][0]['containerPort'], 'the port');
    },

    'Kubernetes: both pods use a volume of fsGroup and a key by subPath, with a read-only root and no capability' => static function (Place $place) use ($specs, $start): void {
        ['Deployment' => $deployment, 'CronJob' => $job] = $specs($place);
        $image = $place->images['fpm'];
        // What fsGroup makes of the top folder of a new ext4: group 33, set-group-id, writable for the group.
        $volume = $place->volume('0:33', '2775');
        $place->keap->reset();
        $pod = $start($place, $deployment['pod'], $image, $volume);
        $place->ready($pod, $image);
        $said = $place->reply($place->request($image))['said'];
        is_true(str_contains($said, 'There is no grant'), "a call without a grant: $said");
        $place->outside($volume, 'import_due($keap);');
        $place->keap->fault(['path' => '/token', 'hold' => 'after']);
        $place->outlives($start($place, $job['pod'], $place->images['artisan'], $volume), "schedule:run as 33\n");
        same('valid', $place->outside($volume, 'echo infusionsoft_token_status()["state"];'), 'the state after the job has ended');
        $reply = $place->reply($place->request($image));
        same(['called', 'valid', null], [$reply['said'], $reply['state'], $reply['attention']], 'the page');
        is_true(!isset(owners($volume)['key']), 'a key in the volume');
        foreach (owners($volume) as $name => $owner) {
            is_true(preg_match('/^\d+:33 660$/', $owner) === 1, "$name: $owner");
        }
        $pod->stop();
        same(0, $pod->ended(), 'exit status');
    },

    'Kubernetes: without subPath the key is a symbolic link, and the message says so' => static function (Place $place) use ($secretVolume): void {
        $folder = $secretVolume($place, ['key' => random_bytes(32)], 0440);
        $said = $place->outside($place->volume(), 'echo attempt(fn () => infusionsoft_token_import($keap->grant()));', ['infusionsoft.key' => null, 'infusionsoft.key_file' => "$folder/key"]);
        is_true(str_contains($said, 'is a symlink'), $said);
    },
];
