<?php

return new Command('[list | find NAME] [--json] [--account=NAME]', 'lists tags, or finds one: where a tag\'s id comes from',
    "`tags` lists all tags with their ids. `tags find NAME` prints the tag with this name.",
    ['json' => ''], 0, 2,
    static function (Arguments $arguments, Terminal $terminal): int {
        [$do, $name] = $arguments->words + ['list', null];
        if ($do === 'find' && $name !== null) {
            $tag = infusionsoft_tag_find($name, $arguments->account());
            if ($tag === null) {
                $terminal->note("No tag has the name \"$name\".");
                return 1;
            }
            $tags = [$tag];
        } elseif ($do === 'list' && $name === null) {
            $tags = iterator_to_array(infusionsoft_each('listTags', ['page_size' => 1000], $arguments->account()), false);
        } else {
            throw new UsageError("\"$do\" needs to be list, or find with a name");
        }
        if ($arguments->has('json')) {
            $terminal->json($tags);
            return 0;
        }
        $rows = [['id', 'name', 'category']];
        foreach ($tags as $tag) {
            $rows[] = [(string) $tag['id'], (string) $tag['name'], (string) ($tag['category']['name'] ?? $tag['category']['id'] ?? '')];
        }
        $terminal->table($rows);
        return 0;
    });
