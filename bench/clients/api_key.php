<?php
// The extension with an API key instead of a grant in the store.
return require __DIR__ . '/extension.php';
