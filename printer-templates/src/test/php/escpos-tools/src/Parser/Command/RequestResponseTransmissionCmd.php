<?php
namespace ReceiptPrintHq\EscposTools\Parser\Command;

use ReceiptPrintHq\EscposTools\Parser\Command\DataCmd;

class RequestResponseTransmissionCmd extends DataCmd
{
 
}
