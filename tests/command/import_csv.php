<?php

/** A CSV file with these lines, in a folder of its own. */
function csv(Keap $keap, array $lines): string
{
    $folder = "$keap->folder/csv-" . bin2hex(random_bytes(4));
    mkdir($folder);
    file_put_contents("$folder/people.csv", implode("\n", $lines) . "\n");
    return "$folder/people.csv";
}

/** The contacts in Keap: address => given name. */
function people(Keap $keap): array
{
    $people = [];
    foreach ($keap->state()['contacts'] ?? [] as $contact) {
        $people[$contact['email_addresses'][0]['email'] ?? ''] = $contact['given_name'] ?? null;
    }
    ksort($people);
    return $people;
}

return [
    'import-csv creates and updates contacts, tags them, and reports the rows that fail' => function (Keap $keap): void {
        $site = connected($keap);
        $tag = $keap->tag('Imported');
        $file = csv($keap, ['First name,email,Notes', 'Mary,mary@example.com,x', 'Bob,not an address,y', '"Ann, ""A""",ann@example.com,z', 'Mary Ann,MARY@example.com,']);
        $said = $site->command(['import-csv', $file, '--map=First name=given_name,Notes=-', "--tag=$tag"]);
        contains('3 rows imported, 1 failed', $said);
        same(1, $site->status, 'status');
        $errors = array_map(static fn (string $line): array => str_getcsv($line, ',', '"', ''), file("$file.errors.csv"));
        same(['3', 'Bob', 'not an address'], [$errors[0][0], $errors[0][2], $errors[0][3]], 'the row that fails');
        same(['ann@example.com' => 'Ann, "A"', 'mary@example.com' => 'Mary Ann'], people($keap), 'contacts');
        is_true(!file_exists("$file.done"), 'the file of the rows that are done');
    },

    'import-csv goes on where it was ended' => function (Keap $keap): void {
        $site = connected($keap);
        $file = csv($keap, ['given_name,email', 'A,a@example.com', 'B,b@example.com', 'C,c@example.com']);
        file_put_contents("$file.done", "2\n3\n");
        contains('1 rows imported, 2 before.', $site->command(['import-csv', $file]));
        same(['c@example.com' => 'C'], people($keap), 'contacts');
    },

    'import-csv that is killed loses no row, and doubles none' => function (Keap $keap): void {
        $site = connected($keap);
        $file = csv($keap, ['given_name,email', ...array_map(static fn (int $nth): string => "P$nth,p$nth@example.com", range(1, 60))]);
        [$process, $in, $out] = $site->start([dirname(__DIR__, 2) . '/bin/infusionsoft', 'import-csv', $file, '--in-flight=4']);
        until(fn () => count(people($keap)) >= 5, 'it has imported some');
        proc_terminate($process, SIGKILL);
        stream_get_contents($out);
        proc_close($process);
        $before = count(people($keap));
        is_true($before < 60, 'it was killed after its end');
        contains('rows imported', $site->command(['import-csv', $file]));
        same([60, 60], [count(people($keap)), count($keap->state()['contacts'])], 'contacts');
    },

    'import-csv stops at what is no matter of a row, and loses none' => function (Keap $keap): void {
        $site = connected($keap);
        $file = csv($keap, ['given_name,email', 'A,a@example.com', 'B,b@example.com']);
        $keap->revoke();
        contains('AuthorizationException', $site->command(['import-csv', $file]));
        same(1, $site->status, 'status');
        $site->command(['import'], json_encode($keap->grant()));
        contains('2 rows imported.', $site->command(['import-csv', $file]));
        same(['a@example.com' => 'A', 'b@example.com' => 'B'], people($keap), 'contacts');
    },

    'import-csv stops while Keap is away, fails no row for that, and imports every row once it is back' => function (Keap $keap): void {
        $site = connected($keap);
        $file = csv($keap, ['given_name,email', ...array_map(static fn (int $nth): string => "P$nth,p$nth@example.com", range(1, 40))]);
        foreach ([['action' => 'hangup', 'at' => 'before'], ['action' => 'status', 'status' => 503]] as $fault) {
            $keap->fault($fault + ['path' => '/crm', 'method' => 'GET', 'times' => 0]);
            contains('Exception: ', $site->command(['import-csv', $file]));
            same(1, $site->status, 'status');
            is_true(!file_exists("$file.errors.csv"), 'no row has failed');
            $keap->clearFaults();
        }
        $keap->fault(['path' => '/crm', 'method' => 'GET', 'action' => 'status', 'status' => 503, 'after' => 5, 'times' => 12]); // a short one
        contains('40 rows imported.', $site->command(['import-csv', $file]));
        same([40, 40], [count(people($keap)), count($keap->state()['contacts'])], 'contacts');
    },

    'import-csv names the column that it does not know, before it sends anything' => function (Keap $keap): void {
        $site = connected($keap);
        foreach ([
            [['givn_name,email', 'A,a@example.com'], [], '"givn_name" is not a field of a contact. Did you mean "given_name"?'],
            [['given_name', 'A'], [], 'has no column email'],
            [['given_name,email', 'A,a@example.com'], ['--map=Frist=email'], 'has no column "Frist". Columns: given_name, email'],
            [[''], [], 'has no line with the names of its columns'],
        ] as [$lines, $words, $what]) {
            contains($what, $site->command(['import-csv', csv($keap, $lines), ...$words]));
            same(2, $site->status, $what);
        }
        contains('cannot be read', $site->command(['import-csv', "$keap->folder/none.csv"]));
        same([], people($keap), 'contacts');
    },
];
