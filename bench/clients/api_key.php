<?php
// The extension with an API key in place of a grant in the store.
return require __DIR__ . '/extension.php';
