<?php
// Nothing in the document is left out in silence.

return [
    'each block of the document was used above, or is marked "not run"' => static function (Place $place): void {
        global $argv, $linesOfUsedBlocks;
        if ($argv[2] !== '') {
            throw new Skipped('only some scenes were asked for');
        }
        $lines = file(dirname(__DIR__, 2) . '/docs/deploy.md', FILE_IGNORE_NEW_LINES);
        $left = [];
        foreach ($place->blocks as ['line' => $line, 'language' => $language]) {
            // Blocks without a language hold commands for what is not here: a cluster, SELinux.
            $section = implode("\n", array_slice($lines, 0, $line));
            $isMarked = $language === '' && preg_match('/not (run|applied)/', substr($section, strrpos($section, "\n## "))) === 1;
            if (!$isMarked && !in_array($line, $linesOfUsedBlocks, true)) {
                $left[] = $line;
            }
        }
        same([], $left, 'lines of blocks that nothing carries out');
    },
];
