import './elements/copilot.js';
