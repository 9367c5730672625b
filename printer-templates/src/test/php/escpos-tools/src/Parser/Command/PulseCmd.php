<?php
namespace ReceiptPrintHq\EscposTools\Parser\Command;

use ReceiptPrintHq\EscposTools\Parser\Command\CommandThreeArgs;

class PulseCmd extends CommandThreeArgs
{

}
