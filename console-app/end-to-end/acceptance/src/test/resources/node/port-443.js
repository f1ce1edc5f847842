// SPDX-License-Identifier: Apache-2.0
// Loaded before a client that knows no HTTPS port but 443: leads it to the hub's, so that nobody needs a privilege here.
'use strict';

const tls = require('tls');
const connect = tls.connect;

tls.connect = (options, ...more) =>
  connect(options && Number(options.port) === 443 ? { ...options, port: Number(process.env.HTTPS_PORT) } : options, ...more);
