# SPDX-License-Identifier: Apache-2.0
"""Reads a pin and passes on each change: a door's contact, say."""
import asyncio
import random
import time

from base_service import CustomService


class SimulatedPin:
    """A door that somebody opens every few seconds."""

    def __init__(self):
        self.is_open = False
        self.moves_at = time.monotonic() + 1

    def read(self):
        if time.monotonic() >= self.moves_at:
            self.is_open = not self.is_open
            self.moves_at += random.uniform(0.5, 1.5) if self.is_open else random.uniform(1, 3)
        return self.is_open


class ReadGPIO(CustomService):
    def __init__(self, id, queue, config):
        super(ReadGPIO, self).__init__(id, queue, config)
        self.reading = None

    async def Start(self):
        pin = self.GetPropertyValue("static", "gpio_pin")
        self.pin = SimulatedPin() if pin == "simulated" else self.real(pin)
        self.reading = asyncio.create_task(self.read())
        await self.Debug(f"Reads pin {pin}")

    def real(self, number):
        Button = self.AddPipPackage("gpiozero", "gpiozero", "Button")
        button = Button(number)
        button.read = lambda: button.is_pressed
        return button

    async def read(self):
        level = self.pin.read()
        while True:
            await asyncio.sleep(0.05)
            now = self.pin.read()
            if now != level:
                level = now
                await self.signalbox_emit({"open": level, "at": time.time()})

    async def Stop(self):
        if self.reading:
            self.reading.cancel()
        await self.Debug("Reads no more")
