--TEST--
The list that infusionsoft_recorded() returned does not change with later calls
--FILE--
<?php
infusionsoft_fake([]);
infusionsoft_contact_get(7);
$recorded = infusionsoft_recorded();
infusionsoft_contact_get(8);
echo count($recorded), ' and ', count(infusionsoft_recorded()), "\n";
?>
--EXPECT--
1 and 2
