import './elements/proposals-page.js';
