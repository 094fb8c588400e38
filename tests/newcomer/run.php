<?php
// Types README's commands in a bare Debian: run.php BASE FOLDER   BASE has the Debian, which stays as it is. FOLDER is an empty one, for
// mounts that end with this process's namespace: nothing may remove it with what is in it.

require __DIR__ . '/../keap/keap.inc';
require __DIR__ . '/../machines/scenes.inc';

/** A block of README, as a reader copies it. */
function block(string $language, string $with): string
{
    preg_match_all("/^```$language\n(.*?)^```/ms", file_get_contents(dirname(__DIR__, 2) . '/README.md'), $blocks);
    return current(array_filter($blocks[1], static fn (string $block): bool => str_contains($block, $with))) ?: throw new RuntimeException("README has no block with $with");
}

/** A bare Debian over the given one, with a clone of this repository in /clone. */
final class BareMachine
{
    private readonly string $root;

    public function __construct(string $base, private readonly string $folder)
    {
        $this->root = "$folder/merged";
        $clone = dirname(__DIR__, 2);
        self::must("mount -t tmpfs -o size=2g,mode=755 none $folder && mkdir $folder/upper $folder/work $folder/merged");
        self::must("mount -t overlay -o lowerdir=$base,upperdir=$folder/upper,workdir=$folder/work overlay $this->root");
        self::must("mount -t proc proc $this->root/proc && cp /etc/resolv.conf $this->root/etc/resolv.conf");
        // Devices of its own: this machine's stay out of reach.
        self::must("mount -t tmpfs -o mode=755 none $this->root/dev && cd $this->root/dev && mknod -m 666 null c 1 3 && mknod -m 666 zero c 1 5 && mknod -m 666 full c 1 7
            mknod -m 666 random c 1 8 && mknod -m 666 urandom c 1 9 && mknod -m 666 tty c 5 0 && ln -s /proc/self/fd fd && mkdir -m 1777 shm");
        self::must("cp -R /etc/apt/apt.conf.d $this->root/etc/apt/");
        self::must('git -c safe.directory=* clone -q ' . escapeshellarg($clone) . " $this->root/clone && cp " . escapeshellarg("$clone/README.md") . " $this->root/clone/ && chmod -R a+rX $this->root/clone");
    }

    private static function must(string $command): void
    {
        exec("($command) 2>&1", $said, $status);
        $status === 0 || throw new RuntimeException("$command: " . implode("\n", $said));
    }

    /** Types commands as root in the clone. Returns what they print; one that fails ends them. */
    public function type(string $commands, string $input = ''): string
    {
        $process = proc_open(['chroot', $this->root, 'bash', '-ec', "cd /clone\nexport DEBIAN_FRONTEND=noninteractive HOME=/root\n$commands"], [['pipe', 'r'], ['pipe', 'w'], ['redirect', 1]], $pipes, env_vars: ['PATH' => '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin', 'LANG' => 'C.UTF-8']);
        fwrite($pipes[0], $input);
        fclose($pipes[0]);
        $said = stream_get_contents($pipes[1]);
        $status = proc_close($process);
        return $status === 0 ? $said : throw new RuntimeException("exit status $status: " . substr($said, -2000));
    }

    public function write(string $path, string $text): void
    {
        file_put_contents("$this->root$path", $text);
    }
}

$scenes = new Scenes('');
$machine = new BareMachine($argv[1], $argv[2]);
$settings = json_decode(file_get_contents("$keap->folder/settings.json"), true);
$addresses = '';
foreach (['base_url', 'token_url', 'authorize_url'] as $name) {
    $addresses .= "infusionsoft.$name=" . keap_ini_value($settings["infusionsoft.$name"]) . "\n";
}
$machine->write('/ca.pem', file_get_contents($keap->caFile));
$machine->write('/stand-in.ini', "{$addresses}infusionsoft.ca_file=/ca.pem\n");
$lines = explode("\n", trim(block('sh', 'phpize')));
// Where a newcomer reaches Keap, this machine reaches the stand-in: it is set once PHP is there.
$call = array_pop($lines);

$scenes->play('README leads from a bare Debian to a contact, with a key', function () use ($machine, $keap, $lines, $call): void {
    foreach ($lines as $line) {
        $machine->type($line, "$keap->apiKey\n"); // one of the lines asks for it
    }
    $machine->type('cp /stand-in.ini "$(php -r \'echo PHP_CONFIG_FILE_SCAN_DIR;\')/zz-stand-in.ini"');
    $id = trim($machine->type($call));
    $contacts = array_values($keap->state()['contacts']);
    same(['Mary', 'mary@example.com', $id], [$contacts[0]['given_name'], $contacts[0]['email_addresses'][0]['email'], (string) $contacts[0]['id']], 'the contact');
});

$scenes->play('the doctor that README names finds nothing', function () use ($machine): void {
    contains('ok   Account default: Keap answers', $machine->type('bin/infusionsoft doctor'));
});

$scenes->play('README leads to a contact with OAuth', function () use ($machine, $keap, $settings): void {
    $ini = strtr(block('ini', 'client_secret'), ['the key of your application' => $settings['infusionsoft.client_id'], 'its secret' => $settings['infusionsoft.client_secret']]);
    $machine->type('file="$(php -r \'echo PHP_CONFIG_FILE_SCAN_DIR;\')/infusionsoft.ini"; sed -i /api_key/d "$file"; cat >>"$file"', $ini);
    $commands = trim(block('sh', 'bin/infusionsoft connect'));
    preg_match('/--redirect=(\S+)/', $commands, $found);
    contains('default: works', $machine->type($commands, $keap->code($found[1]) . "\n"));
    $id = trim($machine->type("runuser -u www-data -- php -r 'echo infusionsoft_contact_upsert([\"email\" => \"ann@example.com\"])[\"id\"];'"));
    is_true(in_array('ann@example.com', array_column(array_column(array_values($keap->state()['contacts']), 'email_addresses')[1] ?? [], 'email'), true), "no contact $id");
});
exit($scenes->end());
