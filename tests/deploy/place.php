<?php

final class Skipped extends Exception
{
}

/** What the scenes share: the document's blocks, the images, and volumes on a real disk. */
final class Place
{
    public readonly array $blocks;
    /** @var array<string, Image> */
    public readonly array $images;
    public readonly string $key;

    public function __construct(public readonly Keap $keap, public readonly string $scratch)
    {
        $this->blocks = blocks(dirname(__DIR__, 2) . '/docs/deploy.md');
        global $linesOfUsedBlocks;
        [$this->images, $linesOfUsedBlocks] = unserialize(file_get_contents("$scratch/stages"));
        $this->key = base64_encode(random_bytes(32));
    }

    /** A new folder. */
    public function folder(string $name): string
    {
        $folder = "$this->scratch/$name-" . bin2hex(random_bytes(3));
        mkdir($folder, 0755);
        return $folder;
    }

    /** A new folder with an owner and a mode, for a store. */
    public function volume(string $owner = '33:33', string $mode = '0700'): string
    {
        $folder = $this->folder('volume');
        run(['chown', $owner, $folder]);
        run(['chmod', $mode, $folder]);
        return $folder;
    }

    /** The document's keap.ini, filled in and pointed at the stand-in. $lines are added. */
    public function secret(array $lines = []): string
    {
        $settings = json_decode(file_get_contents("{$this->keap->folder}/settings.json"), true);
        $values = [$settings['infusionsoft.client_id'], $settings['infusionsoft.client_secret'], $this->key];
        $text = preg_replace_callback('/"…"/', static function () use (&$values): string {
            return '"' . array_shift($values) . '"';
        }, block($this->blocks, 'keap.ini', 'ini'));
        $lines += [
            'infusionsoft.base_url' => $settings['infusionsoft.base_url'],
            'infusionsoft.token_url' => $settings['infusionsoft.token_url'],
            'infusionsoft.ca_file' => '/run/ca.pem',
        ];
        foreach ($lines as $name => $value) {
            $text .= "$name = \"$value\"\n";
        }
        $file = $this->folder('secret') . '/keap.ini';
        file_put_contents($file, $text);
        run(['sh', '-c', 'cd "$1" && ' . trim(block($this->blocks, null, 'sh', 'chown 33:33 keap.ini')), 'secret', dirname($file)]);
        return $file;
    }

    /** Runs code outside of the container with the store of a volume, as the backup of an administrator would. */
    public function outside(string $volume, string $code, array $settings = []): string
    {
        $code = 'require ' . var_export(dirname(__DIR__) . '/auth/grants.inc', true) . "; $code";
        return trim($this->keap->php($code, $settings + ['infusionsoft.store_path' => $volume, 'infusionsoft.key' => $this->key, 'infusionsoft.keepalive' => '0']));
    }

    /** The mounts of a service: its volume and its secret, and the stand-in's CA. */
    public function mounts(string $target, string $volume, string $secret): array
    {
        return [['bind', $volume, $target], ['ro', $secret, '/run/secrets/keap.ini'], ['ro', $this->keap->caFile, '/run/ca.pem']];
    }

    /** Waits until PHP-FPM listens on the port that the image exposes. */
    public function ready(Container $container, Image $image): void
    {
        wait_until(static function () use ($container, $image): bool {
            $socket = @stream_socket_client("tcp://127.0.0.1:{$image->ports[0]}");
            return $socket !== false || !$container->running();
        });
        $container->running() || throw new RuntimeException('the container ended: ' . $container->output());
    }

    /** Ends well only if the container goes on when its command has written its output and Keap still holds its token exchange. */
    public function outlives(Container $container, string $output): void
    {
        $this->keap->wait('/token', 1, 'held');
        wait_until(static fn (): bool => $container->output() === $output || !$container->running());
        same(null, $container->ended(0.5), 'the container ended before its exchange: ' . $container->output());
        $this->keap->release(['path' => '/token']);
        same(0, $container->ended(), 'exit status: ' . $container->output());
        same($output, $container->output(), 'the output');
    }

    /** @return resource the request for the application's page, for reply() */
    public function request(Image $image)
    {
        return Fpm::ask("tcp://127.0.0.1:{$image->ports[0]}", '/srv/app/public/index.php');
    }

    public function reply($request): array
    {
        $text = Fpm::finish($request);
        return json_decode($text, true) ?? throw new RuntimeException("the page said: $text");
    }
}

/** Throws if the two differ. */
function same(mixed $expected, mixed $actual, string $what): void
{
    $expected === $actual || throw new RuntimeException("$what: expected " . json_encode($expected) . ', is ' . json_encode($actual));
}

function is_true(bool $holds, string $what): void
{
    $holds || throw new RuntimeException($what);
}

/** Owner and mode of each file in a folder: "33:33 600" by name. */
function owners(string $folder): array
{
    $owners = [];
    foreach (array_diff(scandir($folder), ['.', '..']) as $name) {
        $stat = stat("$folder/$name");
        $owners[$name] = sprintf('%d:%d %o', $stat['uid'], $stat['gid'], $stat['mode'] & 07777);
    }
    return $owners;
}

/** The seconds of "80s" or "80". */
function seconds(string $text): int
{
    return preg_match('/^(\d+)s?$/', $text, $number) === 1 ? (int) $number[1] : throw new RuntimeException("\"$text\" is no number of seconds");
}
